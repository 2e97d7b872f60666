package eyas.assets.scene;

import eyas.assets.config.Suggestions;
import eyas.assets.robot.RobotModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Turns the actuators of a sheet into those of a robot. */
final class ActuatorReader {
  private static final String ALL = "all";

  private final String at;
  private final List<String> movable;
  private final Base base;
  private final Set<String> driven = new HashSet<>();

  ActuatorReader(String at, RobotModel model, Base base) {
    this.at = at;
    this.base = base;
    this.movable =
        KinematicTree.of(model, base).bodies().stream()
            .map(body -> body.joint().name())
            .filter(name -> base != Base.PLANAR || !name.startsWith("base_"))
            .toList();
  }

  List<Actuator> actuators(List<SceneSheet.ActuatorSheet> sheets) {
    List<Actuator> actuators = new ArrayList<>();
    for (SceneSheet.ActuatorSheet sheet : sheets) {
      if (sheet.kind() == SceneSheet.ActuatorKind.DIFFERENTIAL_DRIVE) {
        actuators.add(drive(sheet));
      } else {
        joints(sheet).forEach(joint -> actuators.add(onJoint(sheet, joint)));
      }
    }
    return actuators;
  }

  private Actuator drive(SceneSheet.ActuatorSheet sheet) {
    if (base != Base.PLANAR || !driven.add("a differential drive")) {
      throw refused("one differential drive is allowed, on a robot with `base: planar`.");
    }
    return new Actuator.DifferentialDrive(
        positive("traction", sheet.traction()),
        positive("grip", sheet.grip()),
        positive("torque", sheet.torque()));
  }

  private List<String> joints(SceneSheet.ActuatorSheet sheet) {
    List<String> named = sheet.joints().orElse(List.of(ALL));
    List<String> joints = named.equals(List.of(ALL)) ? movable : named;
    for (String joint : joints) {
      if (!movable.contains(joint)) {
        throw refused(
            "there is no movable joint `%s`. %s"
                .formatted(joint, Suggestions.sentence(joint, movable)));
      }
      if (!driven.add(joint)) {
        throw refused("joint `%s` has two actuators; it takes one.".formatted(joint));
      }
    }
    return joints;
  }

  private Actuator onJoint(SceneSheet.ActuatorSheet sheet, String joint) {
    double effort = positive("effort", sheet.effort());
    return switch (sheet.kind()) {
      case POSITION -> {
        double damping = sheet.damping().orElse(0);
        if (!(damping >= 0)) {
          throw refused("`damping` is %s, but must be 0 or greater.".formatted(damping));
        }
        yield new Actuator.Position(
            joint, positive("stiffness", sheet.stiffness()), damping, effort);
      }
      case VELOCITY -> new Actuator.Velocity(joint, effort);
      default -> new Actuator.Torque(joint, effort);
    };
  }

  private double positive(String key, OptionalDouble value) {
    if (!(value.orElse(0) > 0)) {
      throw refused(
          "`%s` is %s, but must be given and greater than 0."
              .formatted(key, value.isPresent() ? value.getAsDouble() : "missing"));
    }
    return value.getAsDouble();
  }

  private SceneException refused(String sentence) {
    return new SceneException(at + ": `actuators`: " + sentence);
  }
}
