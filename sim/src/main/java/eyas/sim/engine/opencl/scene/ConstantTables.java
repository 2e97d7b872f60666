package eyas.sim.engine.opencl.scene;

import eyas.sim.device.KernelSource;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Arrays of constants as OpenCL text; an empty array gets one zero, for OpenCL knows none. */
final class ConstantTables {
  private final String name;
  private final StringBuilder text = new StringBuilder();

  ConstantTables(String name) {
    this.name = name;
  }

  ConstantTables ints(String table, int... values) {
    return table(
        "int",
        table,
        values.length,
        Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
  }

  ConstantTables reals(String table, double... values) {
    return table(
        "float",
        table,
        values.length,
        Arrays.stream(values).mapToObj(ConstantTables::literal).collect(Collectors.joining(", ")));
  }

  private ConstantTables table(String type, String table, int length, String values) {
    text.append("__constant %s %s[%d] = {".formatted(type, table, Math.max(1, length)))
        .append(length == 0 ? "0" : values)
        .append("};\n");
    return this;
  }

  // a limit that is not there becomes a number that single precision still computes with
  private static String literal(double value) {
    double finite = Math.max(-1e30, Math.min(1e30, value));
    return Float.toString((float) finite) + "f";
  }

  KernelSource addTo(KernelSource source) {
    return source.text(name, text.toString());
  }
}
