package eyas.sim.engine.opencl.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.reference.TreeDynamics;
import eyas.sim.engine.reference.TreeMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pendulums of rods that swing without friction. */
class PendulumTest {
  private static Scene scene(int rods, double step, int steps) {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    links.add(new Link("root", Inertia.NONE, List.of()));
    for (int i = 0; i < rods; i++) {
      links.add(
          new Link(
              "rod" + i, Inertia.diagonal(1, new Vec3(0, 0, -0.5), 0.08, 0.08, 0.001), List.of()));
      joints.add(
          new Joint(
              "joint" + i,
              JointType.CONTINUOUS,
              i,
              i + 1,
              i == 0 ? Pose.IDENTITY : Pose.at(0, 0, -1),
              new Vec3(0, 1, 0),
              Joint.Limits.NONE,
              0,
              0,
              0));
    }
    SceneRobot robot =
        new SceneRobot(
            "pendulum",
            new RobotModel("pendulum", links, joints),
            Base.FIXED,
            Pose.IDENTITY,
            List.of(),
            List.of());
    return new Scene("pendulum", 9.81, step, steps, List.of(robot), List.of(), List.of());
  }

  @Test
  void aSmallSwingTakesItsPeriod() {
    double period = 2 * Math.PI * Math.sqrt((0.08 + 0.25) / (9.81 * 0.5));
    try (Trial trial = new Trial(scene(1, 0.002, 1), 1, 1)) {
      trial.set(0, 0, 0.01);
      trial.reset();
      // where it goes through the lowest point upwards for the third time
      int crossings = 0;
      double time = 0;
      double before = 0.01;
      for (int i = 0; crossings < 3; i++) {
        trial.run(1);
        double now = trial.get(0, 0);
        if (before < 0 && now >= 0) {
          crossings++;
          time = 0.002 * (i + now / (before - now) + 1);
        }
        before = now;
      }
      assertThat(time).isCloseTo(2.75 * period, within(1e-3 * period));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0 / 60, 0.005, 0.002})
  void aDoublePendulumKeepsItsEnergy(double step) {
    Scene scene = scene(2, step, 5);
    TreeDynamics dynamics = new TreeDynamics(KinematicTree.of(model(scene), Base.FIXED), 9.81);
    try (Trial trial = new Trial(scene, 1, 1)) {
      trial.set(0, 0, 2);
      trial.set(1, 0, 1);
      trial.reset();
      double before = energy(dynamics, trial);
      for (int i = 0; i < 10; i++) {
        trial.run((int) Math.round(1 / (5 * step)));
        // between hanging and standing there are 39 J
        assertThat(energy(dynamics, trial)).as("second %d", i).isCloseTo(before, within(0.04));
      }
    }
  }

  private static RobotModel model(Scene scene) {
    return scene.robots().get(0).model();
  }

  private static double energy(TreeDynamics dynamics, Trial trial) {
    TreeMotion motion =
        new TreeMotion(
            Pose.IDENTITY,
            new double[] {trial.get(0, 0), trial.get(1, 0)},
            new double[] {trial.get(2, 0), trial.get(3, 0)});
    return dynamics.kinetic(motion) + dynamics.potential(motion);
  }
}
