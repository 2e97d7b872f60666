package eyas.sim.engine.reference;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Robots that nobody would build: random branches, joints, poses and inertias. */
public final class RandomTrees {
  private final Random random;

  /** Starts from a seed. */
  public RandomTrees(long seed) {
    random = new Random(seed);
  }

  /**
   * Returns a robot with branches, revolute, continuous and prismatic joints; a quarter of its
   * links are fixed to others, so that engines have to lump them.
   *
   * @param joints number of movable joints
   */
  public RobotModel robot(int joints) {
    List<Link> links = new ArrayList<>(List.of(link(0)));
    List<Joint> all = new ArrayList<>();
    int movable = 0;
    while (movable < joints) {
      JointType type = type();
      movable += type == JointType.FIXED ? 0 : 1;
      // half of the links go on with the last one, so that chains become long
      int parent = random.nextBoolean() ? links.size() - 1 : random.nextInt(links.size());
      all.add(joint(type, parent, links.size()));
      links.add(link(links.size()));
    }
    return new RobotModel("random", links, all);
  }

  private JointType type() {
    int draw = random.nextInt(8);
    if (draw < 2) {
      return JointType.FIXED;
    }
    return draw == 2 ? JointType.PRISMATIC : draw == 3 ? JointType.CONTINUOUS : JointType.REVOLUTE;
  }

  private Joint joint(JointType type, int parent, int child) {
    Vec3 axis = vector(1);
    double armature = random.nextBoolean() ? 0 : range(0, 0.01);
    return new Joint(
        "joint " + child,
        type,
        parent,
        child,
        pose(0.2),
        axis.times(1 / axis.norm()),
        Joint.Limits.NONE,
        0,
        0,
        armature);
  }

  private Link link(int index) {
    return new Link("link " + index, inertia(), List.of());
  }

  /** Returns the inertia of some solid: its moments obey the triangle inequality. */
  public Inertia inertia() {
    double mass = range(0.1, 2);
    double a = mass * Math.pow(range(0.02, 0.1), 2);
    double b = mass * Math.pow(range(0.02, 0.1), 2);
    double c = mass * Math.pow(range(0.02, 0.1), 2);
    Inertia about = Inertia.diagonal(mass, Vec3.ZERO, b + c, c + a, a + b);
    return about.in(pose(0.1));
  }

  /** Returns a pose with any orientation and coordinates within a size [m]. */
  public Pose pose(double size) {
    Quaternion turn =
        new Quaternion(
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian());
    return new Pose(vector(size), turn.normalized());
  }

  private Vec3 vector(double size) {
    return new Vec3(range(-size, size), range(-size, size), range(-size, size));
  }

  /** Returns numbers between -size and size. */
  public double[] numbers(int count, double size) {
    return random.doubles(count, -size, size).toArray();
  }

  private double range(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
