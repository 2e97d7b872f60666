package eyas.bridge.onboard.source;

import eyas.assets.config.ConfigWriter;
import eyas.assets.policy.PolicyBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/** The generated files of one policy: path within the export to text. */
public final class CSources {
  /** Name of the header. */
  public static final String HEADER = "policy.h";

  /** Name of the source. */
  public static final String SOURCE = "policy.c";

  /** Name of the description for programs. */
  public static final String INTERFACE = "interface.json";

  private final String prefix;
  private final Map<String, String> files;

  private final Map<String, String> draws;
  private final long multiplications;

  private CSources(PolicyBundle bundle, Map<String, String> files, long multiplications) {
    this.prefix = CText.prefix(bundle.contract().name());
    this.draws = RandomSequences.inC(bundle.contract().network());
    this.multiplications = multiplications;
    this.files = Map.copyOf(files);
  }

  /** Generates the files of a bundle, whether it is sealed or not. */
  public static CSources of(PolicyBundle bundle) {
    PolicyText text = new PolicyText(bundle);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(HEADER, text.header());
    files.put(SOURCE, text.source());
    files.putAll(text.glue());
    files.put(INTERFACE, ConfigWriter.prettyJson(PolicyInterface.of(bundle)));
    return new CSources(bundle, files, text.multiplications());
  }

  /** Beginning of every function's name. */
  public String prefix() {
    return prefix;
  }

  /** Text of every file by its path, with slashes. */
  public Map<String, String> files() {
    return files;
  }

  /** What a program in C must know to draw the observations of {@link RandomSequences}. */
  public Map<String, String> draws() {
    return draws;
  }

  /** Multiplications of matrices in a step, at most. */
  public long multiplications() {
    return multiplications;
  }
}
