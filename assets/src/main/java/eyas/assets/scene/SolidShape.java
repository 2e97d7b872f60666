package eyas.assets.scene;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Vec3;
import java.util.List;

/** A shape of a scene and the solid body of even density that it makes. */
record SolidShape(Shape shape) {
  static SolidShape of(SceneSheet.ShapeSheet sheet, String at) {
    int given = sheet.sphere().isPresent() ? 1 : 0;
    given += sheet.box().isPresent() ? 1 : 0;
    given += sheet.cylinder().isPresent() ? 1 : 0;
    given += sheet.capsule().isPresent() ? 1 : 0;
    given += sheet.plane().isPresent() ? 1 : 0;
    if (given != 1) {
      throw new SceneException(
          at
              + ": `shape` is one of sphere: RADIUS, box: [X, Y, Z], cylinder: [RADIUS, LENGTH],"
              + " capsule: [RADIUS, LENGTH WITHOUT ENDS] and plane: true.");
    }
    if (sheet.sphere().isPresent()) {
      return new SolidShape(new Shape.Sphere(length(at, "sphere", sheet.sphere().getAsDouble())));
    }
    if (sheet.box().isPresent()) {
      List<Double> size = lengths(at, "box", sheet.box().get(), 3);
      return new SolidShape(new Shape.Box(size.get(0) / 2, size.get(1) / 2, size.get(2) / 2));
    }
    if (sheet.cylinder().isPresent()) {
      List<Double> size = lengths(at, "cylinder", sheet.cylinder().get(), 2);
      return new SolidShape(new Shape.Cylinder(size.get(0), size.get(1) / 2));
    }
    if (sheet.capsule().isPresent()) {
      List<Double> size = lengths(at, "capsule", sheet.capsule().get(), 2);
      return new SolidShape(new Shape.Capsule(size.get(0), size.get(1) / 2));
    }
    return new SolidShape(new Shape.Plane());
  }

  private static List<Double> lengths(String at, String key, List<Double> values, int count) {
    if (values.size() != count) {
      throw new SceneException(
          "%s: `%s` is %s, but must be %d lengths [m].".formatted(at, key, values, count));
    }
    values.forEach(value -> length(at, key, value));
    return values;
  }

  private static double length(String at, String key, double value) {
    if (!(value > 0 && value < 1e6)) {
      throw new SceneException(
          "%s: `%s` has the length %s; lengths are greater than 0 [m].".formatted(at, key, value));
    }
    return value;
  }

  /** Volume [m³]. */
  double volume(String at) {
    if (shape instanceof Shape.Sphere s) {
      return 4 * Math.PI / 3 * Math.pow(s.radius(), 3);
    } else if (shape instanceof Shape.Box b) {
      return 8 * b.halfX() * b.halfY() * b.halfZ();
    } else if (shape instanceof Shape.Cylinder c) {
      return 2 * Math.PI * c.radius() * c.radius() * c.halfLength();
    } else if (shape instanceof Shape.Capsule c) {
      return Math.PI * c.radius() * c.radius() * (2 * c.halfLength() + 4 * c.radius() / 3);
    }
    throw new SceneException(at + ": a plane cannot be a free body; make it one of `fixtures`.");
  }

  /** Inertia about its middle, from the mass [kg]. */
  Inertia inertia(double mass, String at) {
    if (shape instanceof Shape.Sphere s) {
      double i = 0.4 * mass * s.radius() * s.radius();
      return Inertia.diagonal(mass, Vec3.ZERO, i, i, i);
    } else if (shape instanceof Shape.Box b) {
      double x = b.halfX() * b.halfX();
      double y = b.halfY() * b.halfY();
      double z = b.halfZ() * b.halfZ();
      double third = mass / 3;
      return Inertia.diagonal(mass, Vec3.ZERO, third * (y + z), third * (x + z), third * (x + y));
    } else if (shape instanceof Shape.Cylinder c) {
      return round(mass, c.radius(), c.halfLength(), 0);
    } else if (shape instanceof Shape.Capsule c) {
      double ends = 4 * Math.PI / 3 * Math.pow(c.radius(), 3) / volume(at) * mass;
      return round(mass - ends, c.radius(), c.halfLength(), ends);
    }
    throw new SceneException(at + ": a plane cannot be a free body; make it one of `fixtures`.");
  }

  // a cylinder and two half balls, whose centres of mass lie 3/8 of the radius beyond its ends
  private static Inertia round(double mass, double radius, double half, double ends) {
    double rr = radius * radius;
    double along = mass * rr / 2 + 0.4 * ends * rr;
    double across = mass * (rr / 4 + half * half / 3);
    across += ends * (0.4 * rr + half * half + 0.75 * half * radius);
    return Inertia.diagonal(mass + ends, Vec3.ZERO, across, across, along);
  }
}
