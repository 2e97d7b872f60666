package eyas.bridge.onboard.source;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the arrays of a generated source again and compares every weight with the bundle, bit by
 * bit: a check that needs no compiler.
 */
public final class ReadBack {
  private static final Pattern ARRAY =
      Pattern.compile("static const float (layer\\w+)\\[\\d+] = \\{([^}]*)}");

  private static final int GATES = 3;

  private final Map<String, float[]> arrays = new HashMap<>();

  private ReadBack(String source) {
    Matcher matches = ARRAY.matcher(source);
    while (matches.find()) {
      arrays.put(matches.group(1), numbers(matches.group(2)));
    }
  }

  /** Throws with a sentence unless the sources hold exactly the weights of the bundle. */
  public static void require(PolicyBundle bundle, CSources sources) {
    ReadBack read = new ReadBack(sources.files().get(CSources.SOURCE));
    read.require(bundle, bundle.contract().network(), "");
  }

  private void require(PolicyBundle bundle, NetworkSpec network, String prefix) {
    for (int i = 0; i < network.layers().size(); i++) {
      LayerSpec layer = network.layers().get(i);
      String full = prefix + "layers." + i + ".";
      switch (layer.kind()) {
        case DENSE, CONVOLUTION -> require(bundle, full, "", 1);
        case GRU -> {
          require(bundle, full, "_ih", GATES);
          require(bundle, full, "_hh", GATES);
        }
        case SHARED -> require(bundle, layer.shared().orElseThrow().network(), full + "shared.");
      }
    }
  }

  private void require(PolicyBundle bundle, String full, String end, int groups) {
    Tensor weight = bundle.weights().get(full + "weight" + end);
    Tensor bias = bundle.weights().get(full + "bias" + end);
    String name = ChainSource.name(full);
    float[] packed = arrays.getOrDefault(name + "_weight" + end, new float[0]);
    float[] sums = arrays.getOrDefault(name + "_bias" + end, new float[0]);
    int columns = weight.size() / bias.size();
    int size = bias.size() / groups;
    boolean equal = packed.length == sums.length * columns && sums.length >= bias.size();
    for (int from = 0; equal && from < bias.size(); from++) {
      int row = from / size * (sums.length / groups) + from % size;
      equal = same(sums[row], bias.get(from));
      for (int column = 0; equal && column < columns; column++) {
        float value = RowBlocks.weight(packed, row, column, sums.length, columns);
        equal = same(value, weight.get(from * columns + column));
      }
    }
    if (!equal) {
      throw new ExportException(
          "The generated source of policy '"
              + bundle.contract().name()
              + "' does not hold the weights "
              + full
              + "*; nothing was written. Please report this with the bundle.");
    }
  }

  private static boolean same(float a, float b) {
    return Float.floatToIntBits(a) == Float.floatToIntBits(b);
  }

  private static float[] numbers(String text) {
    String[] parts = text.strip().split(",\\s*", -1);
    float[] values = new float[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(parts[i].strip());
    }
    return values;
  }
}
