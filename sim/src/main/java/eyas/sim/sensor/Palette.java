package eyas.sim.sensor;

import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Colours of instances that were given none: quiet ones for the surroundings, dark ones for the
 * links of robots, clear ones for free bodies.
 */
final class Palette {
  private static final Colour GROUND = Colour.of(0xd5d8dc);
  private static final Colour WALL = Colour.of(0xb4b8bd);
  private static final List<Colour> DARK = List.of(Colour.of(0x59626e), Colour.of(0x7b8694));
  // the colours of Okabe and Ito (2008), which people with colour blindness tell apart
  private static final List<Colour> CLEAR =
      List.of(
          Colour.of(0xd55e00),
          Colour.of(0x0072b2),
          Colour.of(0xe69f00),
          Colour.of(0x009e73),
          Colour.of(0xcc79a7),
          Colour.of(0x56b4e9),
          Colour.of(0xf0e442));

  private Palette() {}

  /** Returns red, green and blue of every instance. */
  static double[] of(SceneLayout layout, Appearance appearance) {
    List<String> names = Instances.of(layout, appearance).names();
    double[] parts = new double[3 * names.size()];
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Colour given = appearance.colours().get(name);
      Colour c = given == null ? other(layout, i, name) : given;
      double[] three = DoubleStream.of(c.red(), c.green(), c.blue()).toArray();
      System.arraycopy(three, 0, parts, 3 * i, 3);
    }
    return parts;
  }

  private static Colour other(SceneLayout layout, int index, String name) {
    if (index >= layout.solids().size()) {
      return name.equals(Instances.WALL) ? WALL : GROUND;
    }
    SceneLayout.Solid solid = layout.solids().get(index);
    return solid.robot() < 0
        ? CLEAR.get(solid.body() % CLEAR.size())
        : DARK.get(index % DARK.size());
  }
}
