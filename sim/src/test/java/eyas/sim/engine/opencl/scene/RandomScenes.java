package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random trees, and random states of scenes. */
final class RandomScenes {
  private RandomScenes() {}

  /** Returns a tree of turning and sliding joints with bodies of 0.1 kg to 1 kg. */
  static RobotModel tree(Random random, int joints) {
    List<Link> links = new ArrayList<>();
    List<Joint> all = new ArrayList<>();
    links.add(new Link("link0", inertia(random), List.of()));
    for (int j = 0; j < joints; j++) {
      links.add(new Link("link" + (j + 1), inertia(random), List.<Collider>of()));
      int parent = Math.max(0, j - random.nextInt(3));
      JointType type = random.nextInt(4) == 0 ? JointType.PRISMATIC : JointType.CONTINUOUS;
      all.add(
          new Joint(
              "joint" + j,
              type,
              parent,
              j + 1,
              pose(random, 0.2),
              axis(random),
              Joint.Limits.NONE,
              0,
              0,
              0.01 * random.nextDouble()));
    }
    return new RobotModel("random tree", links, all);
  }

  /** Returns a scene of one random tree and some free bodies that touch nothing. */
  static Scene scene(Random random, Base base, int joints, int bodies) {
    SceneRobot robot =
        new SceneRobot("tree", tree(random, joints), base, pose(random, 0.5), List.of(), List.of());
    List<SceneBody> free = new ArrayList<>();
    for (int b = 0; b < bodies; b++) {
      free.add(new SceneBody("body" + b, inertia(random), List.of(), pose(random, 1)));
    }
    return new Scene("random", 9.81, 0.002, 1, List.of(robot), free, List.of());
  }

  /** Returns a random state of one environment: positions, speeds, unit quaternions. */
  static float[] state(Random random, SceneLayout layout) {
    float[] state = new float[layout.stateRows()];
    for (int i = 0; i < state.length; i++) {
      state[i] = (float) (2 * random.nextDouble() - 1);
    }
    Scene scene = layout.scene();
    for (int r = 0; r < scene.robots().size(); r++) {
      if (scene.robots().get(r).base() == Base.FLOATING) {
        turn(random, state, layout.baseRow(r));
      }
    }
    for (int b = 0; b < scene.bodies().size(); b++) {
      turn(random, state, layout.bodyRow(b));
    }
    return state;
  }

  private static void turn(Random random, float[] state, int row) {
    Quaternion q = orientation(random);
    double[] numbers = {q.w(), q.x(), q.y(), q.z()};
    for (int i = 0; i < 4; i++) {
      state[row + SceneLayout.ORIENTATION + i] = (float) numbers[i];
    }
  }

  static Vec3 axis(Random random) {
    Vec3 v = vector(random, 1);
    return v.times(1 / v.norm());
  }

  static Vec3 vector(Random random, double size) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
        .times(size);
  }

  static Quaternion orientation(Random random) {
    return Quaternion.about(axis(random), 6 * random.nextDouble());
  }

  static Pose pose(Random random, double size) {
    return new Pose(vector(random, size), orientation(random));
  }

  /** Returns the inertia of a box of random edges, turned at random. */
  static Inertia inertia(Random random) {
    double m = 0.1 + 0.9 * random.nextDouble();
    double[] s = new double[3];
    for (int i = 0; i < 3; i++) {
      double edge = 0.05 + 0.15 * random.nextDouble();
      s[i] = m / 12 * edge * edge;
    }
    return Inertia.diagonal(m, Vec3.ZERO, s[1] + s[2], s[0] + s[2], s[0] + s[1])
        .in(pose(random, 0.05));
  }
}
