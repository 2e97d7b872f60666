package eyas.sim.engine.scene;

import eyas.assets.robot.Joint;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that a scene's actuators can follow: positions within a joint's stops, speeds and
 * efforts up to the actuator's limit.
 *
 * @param lower least commands, in the scene's order
 * @param upper greatest commands
 */
public record CommandRanges(List<Double> lower, List<Double> upper) {
  /** Copies the lists. */
  public CommandRanges {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
  }

  /**
   * Returns the ranges of a scene.
   *
   * @param layout the scene
   * @param speed greatest speed of differential drives, which have no limit of their own [m/s]
   * @param turn their greatest yaw rate [rad/s]
   */
  public static CommandRanges of(SceneLayout layout, double speed, double turn) {
    List<Double> upper = new ArrayList<>();
    List<Double> lower = new ArrayList<>();
    List<SceneRobot> robots = layout.scene().robots();
    for (int r = 0; r < robots.size(); r++) {
      KinematicTree tree = layout.tree(r);
      for (Actuator actuator : robots.get(r).actuators()) {
        if (actuator instanceof Actuator.Position drive) {
          Joint.Limits limits = joint(tree, drive.joint()).limits();
          lower.add(limits.lower());
          upper.add(limits.upper());
        } else {
          for (double limit : limits(actuator, tree, speed, turn)) {
            lower.add(-limit);
            upper.add(limit);
          }
        }
      }
    }
    return new CommandRanges(lower, upper);
  }

  private static double[] limits(Actuator actuator, KinematicTree tree, double speed, double turn) {
    if (actuator instanceof Actuator.Velocity drive) {
      return new double[] {joint(tree, drive.joint()).limits().speed()};
    }
    if (actuator instanceof Actuator.Torque drive) {
      return new double[] {drive.effort()};
    }
    return new double[] {speed, turn};
  }

  private static Joint joint(KinematicTree tree, String name) {
    return tree.bodies().get(tree.joint(name)).joint();
  }
}
