package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Joint;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import eyas.sim.device.KernelSource;
import java.util.ArrayList;
import java.util.List;

/** Actuators, friction and stops of joints. */
final class DriveTables {
  private final Mechanism mechanism;
  private final List<Spring> springs = new ArrayList<>();
  private final List<Drag> torques = new ArrayList<>();
  private final List<Drag> drags = new ArrayList<>();
  private final List<Wheels> wheels = new ArrayList<>();
  private final List<Integer> stops = new ArrayList<>();
  private final List<Double> lower = new ArrayList<>();
  private final List<Double> upper = new ArrayList<>();

  private record Spring(int link, int command, Actuator.Position drive) {}

  private record Drag(int link, int command, double effort) {}

  private record Wheels(int link, int command, Actuator.DifferentialDrive drive) {}

  DriveTables(Mechanism mechanism) {
    this.mechanism = mechanism;
    List<SceneRobot> robots = mechanism.layout().scene().robots();
    for (int r = 0; r < robots.size(); r++) {
      for (Actuator actuator : robots.get(r).actuators()) {
        add(r, actuator);
      }
    }
    for (int l = 0; l < mechanism.links().size(); l++) {
      Mechanism.Link link = mechanism.links().get(l);
      if (link.joint().isPresent()) {
        passive(l, link.joint().get());
      }
    }
  }

  private void passive(int link, Joint joint) {
    if (joint.friction() > 0) {
      drags.add(new Drag(link, -1, joint.friction()));
    }
    if (Double.isFinite(joint.limits().lower()) || Double.isFinite(joint.limits().upper())) {
      stops.add(link);
    }
  }

  private void add(int robot, Actuator actuator) {
    int command = lower.size();
    if (actuator instanceof Actuator.Position drive) {
      Joint joint = joint(robot, drive.joint());
      springs.add(new Spring(link(robot, drive.joint()), command, drive));
      range(joint.limits().lower(), joint.limits().upper());
    } else if (actuator instanceof Actuator.Velocity drive) {
      double speed = joint(robot, drive.joint()).limits().speed();
      drags.add(new Drag(link(robot, drive.joint()), command, drive.effort()));
      range(-speed, speed);
    } else if (actuator instanceof Actuator.Torque drive) {
      torques.add(new Drag(link(robot, drive.joint()), command, drive.effort()));
      range(-drive.effort(), drive.effort());
    } else if (actuator instanceof Actuator.DifferentialDrive drive) {
      wheels.add(new Wheels(mechanism.link(robot, 0), command, drive));
      range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
  }

  private void range(double low, double high) {
    lower.add(low);
    upper.add(high);
  }

  private int link(int robot, String joint) {
    return mechanism.link(robot, mechanism.layout().tree(robot).joint(joint));
  }

  private Joint joint(int robot, String name) {
    KinematicTree tree = mechanism.layout().tree(robot);
    return tree.bodies().get(tree.joint(name)).joint();
  }

  KernelSource define(KernelSource source) {
    return source
        .define("SPRING_COUNT", springs.size())
        .define("SCENE_SPRINGS", Math.max(1, springs.size()))
        .define("TORQUE_COUNT", torques.size())
        .define("DRAG_COUNT", drags.size())
        .define("STOP_COUNT", stops.size())
        .define("DRIVE_COUNT", wheels.size())
        .define("SCENE_DRIVES", Math.max(1, wheels.size()))
        .define("SCENE_DRAGS", Math.max(1, drags.size()))
        .define("SCENE_STOPS", Math.max(1, stops.size()));
  }

  void addTo(ConstantTables tables) {
    tables
        .ints("SPRING_LINK", springs.stream().mapToInt(Spring::link).toArray())
        .ints("SPRING_COMMAND", springs.stream().mapToInt(Spring::command).toArray())
        .reals(
            "SPRING_STIFFNESS", springs.stream().mapToDouble(s -> s.drive().stiffness()).toArray())
        .reals("SPRING_DAMPING", springs.stream().mapToDouble(s -> s.drive().damping()).toArray())
        .reals("SPRING_EFFORT", springs.stream().mapToDouble(s -> s.drive().effort()).toArray())
        .ints("TORQUE_LINK", torques.stream().mapToInt(Drag::link).toArray())
        .ints("TORQUE_COMMAND", torques.stream().mapToInt(Drag::command).toArray())
        .reals("TORQUE_EFFORT", torques.stream().mapToDouble(Drag::effort).toArray())
        .ints("DRAG_LINK", drags.stream().mapToInt(Drag::link).toArray())
        .ints("DRAG_COMMAND", drags.stream().mapToInt(Drag::command).toArray())
        .reals("DRAG_EFFORT", drags.stream().mapToDouble(Drag::effort).toArray())
        .ints("STOP_LINK", stops.stream().mapToInt(Integer::intValue).toArray())
        .reals("STOP_LOWER", stops.stream().mapToDouble(l -> limits(l).lower()).toArray())
        .reals("STOP_UPPER", stops.stream().mapToDouble(l -> limits(l).upper()).toArray())
        .ints("DRIVE_LINK", wheels.stream().mapToInt(Wheels::link).toArray())
        .ints(
            "DRIVE_DOF",
            wheels.stream().mapToInt(w -> mechanism.links().get(w.link()).freedom()).toArray())
        .ints("DRIVE_COMMAND", wheels.stream().mapToInt(Wheels::command).toArray())
        .reals(
            "DRIVE_LIMIT",
            wheels.stream()
                .map(Wheels::drive)
                .flatMap(d -> List.of(d.traction(), d.grip(), d.torque()).stream())
                .mapToDouble(Double::doubleValue)
                .toArray())
        .reals("COMMAND_LOWER", lower.stream().mapToDouble(Double::doubleValue).toArray())
        .reals("COMMAND_UPPER", upper.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Joint.Limits limits(int link) {
    return mechanism.links().get(link).joint().map(Joint::limits).orElse(Joint.Limits.NONE);
  }
}
