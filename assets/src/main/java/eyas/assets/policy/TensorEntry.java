package eyas.assets.policy;

import eyas.assets.config.ConfigNode;
import java.util.List;
import java.util.Map;

/** One entry of a safetensors header: name, shape and the bytes [begin, end) of its values. */
record TensorEntry(String name, List<Integer> shape, long begin, long end) {
  /** Reads an entry; anything but F32 with whole, fitting numbers is refused. */
  static TensorEntry of(String name, ConfigNode node, String source) {
    String place = source + ": tensor " + name;
    Map<?, ?> entry = node.plain() instanceof Map<?, ?> map ? map : Map.of();
    BundleException.require(
        entry.size() == 3, place + " needs exactly the keys dtype, shape and data_offsets.");
    Object dtype = entry.get("dtype");
    BundleException.require(
        "F32".equals(dtype), place + " is of type " + dtype + ", but only F32 is read.");
    List<Long> shape = longs(entry.get("shape"), place + " has a damaged shape");
    List<Long> offsets = longs(entry.get("data_offsets"), place + " has damaged data_offsets");
    BundleException.require(offsets.size() == 2, place + " needs two data_offsets.");
    return new TensorEntry(
        name, shape.stream().map(Math::toIntExact).toList(), offsets.get(0), offsets.get(1));
  }

  private static List<Long> longs(Object value, String complaint) {
    List<?> list = value instanceof List<?> found ? found : List.of(complaint);
    for (Object item : list) {
      BundleException.require(
          item instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE,
          complaint
              + ": `"
              + item
              + "` is not a whole number from 0 to "
              + Integer.MAX_VALUE
              + ".");
    }
    return list.stream().map(Long.class::cast).toList();
  }
}
