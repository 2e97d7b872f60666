package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/** The Allegro hand, palm up, with a cube of 6 cm on it; published sizes, masses of solid boxes. */
final class Allegro {
  private final List<Link> links = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();
  private final List<Actuator> actuators = new ArrayList<>();
  private final List<SceneRobot.LinkPair> apart = new ArrayList<>();

  static Scene scene() {
    Allegro hand = new Allegro();
    hand.build();
    // palm up: the palm's x axis looks up
    Quaternion up = Quaternion.about(new Vec3(0, 1, 0), -Math.PI / 2);
    SceneRobot robot =
        new SceneRobot(
            "hand",
            new RobotModel("allegro", hand.links, hand.joints),
            Base.FIXED,
            new Pose(new Vec3(0, 0, 0.1), up),
            hand.actuators,
            hand.apart);
    return new Scene(
        "hand",
        9.81,
        0.002,
        10,
        List.of(robot),
        List.of(Egopush.box("cube", 0.1, 0.03, 0.03, 0.03, 0.8, Pose.at(-0.06, 0, 0.16))),
        List.of(Egopush.floor(0.8)));
  }

  private void build() {
    links.add(
        new Link(
            "palm",
            solid(0.4154, new Vec3(0.0408, 0.113, 0.095), new Vec3(-0.0093, 0, -0.0475)),
            List.of(box("palm", new Vec3(0.0408, 0.113, 0.095), new Vec3(-0.0093, 0, -0.0475)))));
    double tilt = 0.0872665;
    finger("ff", Pose.at(0, 0.0435, -0.001542), -tilt);
    finger("mf", Pose.at(0, 0, 0.0007), 0);
    finger("rf", Pose.at(0, -0.0435, -0.001542), tilt);
    thumb();
  }

  private void finger(String name, Pose at, double tilt) {
    Pose base = new Pose(at.position(), Quaternion.about(new Vec3(1, 0, 0), tilt));
    Vec3 y = new Vec3(0, 1, 0);
    int a = add(name + "0", 0, base, new Vec3(0, 0, 1), -0.47, 0.47, 0.0119, 0.0164, 0.0164, 0);
    int b = add(name + "1", a, Pose.at(0, 0, 0.0164), y, -0.196, 1.61, 0.065, 0.054, 0.054, 0);
    int c = add(name + "2", b, Pose.at(0, 0, 0.054), y, -0.174, 1.709, 0.0355, 0.0384, 0.0384, 0);
    add(name + "3", c, Pose.at(0, 0, 0.0384), y, -0.227, 1.618, 0.0264, 0.0267, 0.016, 0.019);
    apart.add(new SceneRobot.LinkPair("palm", name + "0"));
    apart.add(new SceneRobot.LinkPair("palm", name + "1"));
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        apart.add(new SceneRobot.LinkPair(name + i, name + j));
      }
    }
  }

  private void thumb() {
    Pose base =
        new Pose(
            new Vec3(-0.0182, 0.019333, -0.045987),
            new Quaternion(0.477714, -0.521334, -0.521334, -0.477714).normalized());
    Vec3 y = new Vec3(0, 1, 0);
    links.add(
        new Link(
            "th0",
            solid(0.0176, new Vec3(0.0358, 0.034, 0.0455), new Vec3(-0.0179, 0.009, 0.0145)),
            List.of(
                box("th0", new Vec3(0.0358, 0.034, 0.0455), new Vec3(-0.0179, 0.009, 0.0145)))));
    joint("th0", 0, base, new Vec3(-1, 0, 0), 0.263, 1.396);
    int a = links.size() - 1;
    int b =
        add(
            "th1",
            a,
            Pose.at(-0.027, 0.005, 0.0399),
            new Vec3(0, 0, 1),
            -0.105,
            1.163,
            0.0119,
            0.0177,
            0.0177,
            0);
    int c = add("th2", b, Pose.at(0, 0, 0.0177), y, -0.189, 1.644, 0.038, 0.0514, 0.0514, 0);
    add("th3", c, Pose.at(0, 0, 0.0514), y, -0.162, 1.719, 0.0556, 0.0423, 0.0314, 0.035);
    apart.add(new SceneRobot.LinkPair("palm", "th0"));
    apart.add(new SceneRobot.LinkPair("palm", "th1"));
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        apart.add(new SceneRobot.LinkPair("th" + i, "th" + j));
      }
    }
  }

  // a link whose box stands on its frame; a fingertip has a capsule at `tip`
  private int add(
      String name,
      int parent,
      Pose origin,
      Vec3 axis,
      double low,
      double high,
      double mass,
      double length,
      double boxLength,
      double tip) {
    Vec3 size = new Vec3(0.0196, 0.0275, boxLength);
    List<Collider> colliders = new ArrayList<>();
    colliders.add(box(name, size, new Vec3(0, 0, boxLength / 2)));
    if (tip > 0) {
      colliders.add(
          new Collider(name + "tip", new Shape.Capsule(0.012, 0.008), Pose.at(0, 0, tip), 0.8));
    }
    Vec3 whole = new Vec3(0.0196, 0.0275, length);
    links.add(new Link(name, solid(mass, whole, new Vec3(0, 0, length / 2)), colliders));
    joint(name, parent, origin, axis, low, high);
    return links.size() - 1;
  }

  private void joint(String name, int parent, Pose origin, Vec3 axis, double low, double high) {
    joints.add(
        new Joint(
            name,
            JointType.REVOLUTE,
            parent,
            links.size() - 1,
            origin,
            axis,
            new Joint.Limits(low, high, 0.35, 6.283),
            0,
            0.01,
            0.001));
    actuators.add(new Actuator.Position(name, 3, 0.1, 0.35));
  }

  private static Collider box(String name, Vec3 size, Vec3 centre) {
    return new Collider(
        name,
        new Shape.Box(size.x() / 2, size.y() / 2, size.z() / 2),
        new Pose(centre, Quaternion.IDENTITY),
        0.8);
  }

  private static Inertia solid(double m, Vec3 s, Vec3 centre) {
    double x = s.x() * s.x();
    double y = s.y() * s.y();
    double z = s.z() * s.z();
    return Inertia.diagonal(m, centre, m / 12 * (y + z), m / 12 * (x + z), m / 12 * (x + y));
  }
}
