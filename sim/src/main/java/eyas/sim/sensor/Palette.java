package eyas.sim.sensor;

import java.util.List;
import java.util.stream.DoubleStream;

/** Colours of instances that were given none: quiet ones for the surroundings, clear ones else. */
final class Palette {
  private static final Colour GROUND = Colour.of(0xc9cdd2);
  private static final Colour WALL = Colour.of(0x9ea3a8);
  // the colours of Okabe and Ito (2008), which people with colour blindness tell apart
  private static final List<Colour> CLEAR =
      List.of(
          Colour.of(0x3a3f47),
          Colour.of(0xe69f00),
          Colour.of(0x56b4e9),
          Colour.of(0x009e73),
          Colour.of(0xf0e442),
          Colour.of(0x0072b2),
          Colour.of(0xd55e00),
          Colour.of(0xcc79a7));

  private Palette() {}

  /** Returns red, green and blue of every instance; {@code solids} of them can move. */
  static double[] of(Instances instances, int solids, Appearance appearance) {
    double[] parts = new double[3 * instances.count()];
    for (int i = 0; i < instances.count(); i++) {
      String name = instances.names().get(i);
      Colour c = appearance.colours().getOrDefault(name, other(i, solids, name));
      double[] three = DoubleStream.of(c.red(), c.green(), c.blue()).toArray();
      System.arraycopy(three, 0, parts, 3 * i, 3);
    }
    return parts;
  }

  private static Colour other(int index, int solids, String name) {
    if (index >= solids) {
      return name.equals(Instances.WALL) ? WALL : GROUND;
    }
    return CLEAR.get(index % CLEAR.size());
  }
}
