package eyas.assets.scene;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A scene as its YAML says it; see {@link SceneReader}.
 *
 * @param gravity along -z [m/s²], 9.81 if absent
 * @param timeStep [s]
 * @param steps time steps a control period
 */
record SceneSheet(
    OptionalDouble gravity,
    double timeStep,
    int steps,
    Optional<List<RobotSheet>> robots,
    Optional<List<BodySheet>> bodies,
    Optional<List<FixtureSheet>> fixtures) {
  /** Checks the numbers. */
  SceneSheet {
    SheetCheck.range("time-step", timeStep, 1e-6, 1, "s");
    SheetCheck.range("steps", steps, 1, 10_000, "time steps");
    SheetCheck.range("gravity", gravity.orElse(0), 0, 1000, "m/s²");
  }

  /** A robot: the name of one of Eyas' own or the path of a URDF beside the scene. */
  record RobotSheet(
      String name,
      String model,
      Base base,
      Optional<List<Double>> position,
      Optional<List<Double>> rpy,
      Optional<List<ActuatorSheet>> actuators,
      Optional<List<List<String>>> apart) {
    /** Checks the name. */
    RobotSheet {
      SheetCheck.name(name);
    }
  }

  /** Kinds of actuators. */
  enum ActuatorKind {
    POSITION,
    VELOCITY,
    TORQUE,
    DIFFERENTIAL_DRIVE
  }

  /** An actuator; {@code joints} are the names of those that have one each. */
  record ActuatorSheet(
      ActuatorKind kind,
      Optional<List<String>> joints,
      OptionalDouble stiffness,
      OptionalDouble damping,
      OptionalDouble effort,
      OptionalDouble traction,
      OptionalDouble grip,
      OptionalDouble torque) {}

  /** A shape: one of these; lengths are whole ones [m]. */
  record ShapeSheet(
      OptionalDouble sphere,
      Optional<List<Double>> box,
      Optional<List<Double>> cylinder,
      Optional<List<Double>> capsule,
      Optional<Boolean> plane) {}

  /** A free body. */
  record BodySheet(
      String name,
      ShapeSheet shape,
      OptionalDouble mass,
      OptionalDouble density,
      double friction,
      Optional<SceneColour> colour,
      List<Double> position,
      Optional<List<Double>> rpy) {
    /** Checks the numbers. */
    BodySheet {
      SheetCheck.name(name);
      SheetCheck.range("friction", friction, 0, 100, "");
      SheetCheck.range("mass", mass.orElse(1), 1e-9, 1e9, "kg");
      SheetCheck.range("density", density.orElse(1), 1e-6, 1e9, "kg/m³");
      if (mass.isPresent() == density.isPresent()) {
        throw new SceneException(
            "body `%s` needs either `mass` [kg] or `density` [kg/m³].".formatted(name));
      }
    }
  }

  /** What never moves. */
  record FixtureSheet(
      String name,
      ShapeSheet shape,
      double friction,
      Optional<SceneColour> colour,
      Optional<List<Double>> position,
      Optional<List<Double>> rpy) {
    /** Checks the numbers. */
    FixtureSheet {
      SheetCheck.name(name);
      SheetCheck.range("friction", friction, 0, 100, "");
    }
  }
}
