package eyas.cli.quadrotor;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A quadrotor made of boxes and discs, for pictures only: a frame, the rotors in front and behind
 * in colours of their own, the target, and a floor far below.
 *
 * @param arm place of a rotor, x = y [m]
 * @param depth of the floor below the origin [m]
 */
record QuadrotorScenery(double arm, double depth) {
  /** Name of the body that carries cameras. */
  static final String FRAME = "frame";

  private static final List<String> PARTS = List.of(FRAME, "front", "rear");
  private static final double SQUARES = 0.25;

  SceneLayout layout() {
    List<SceneBody> bodies =
        List.of(
            body(FRAME, frame()),
            body("front", List.of(rotor("left", 1, 1), rotor("right", 1, -1))),
            body("rear", List.of(rotor("left", -1, 1), rotor("right", -1, -1))),
            body("target", List.of(ball(0.12 * arm))));
    Collider floor = new Collider("floor", new Shape.Plane(), Pose.at(0, 0, -depth), 0);
    return new SceneLayout(
        new Scene("quadrotor", 9.81, 0.01, 1, List.of(), bodies, List.of(floor)));
  }

  private static SceneBody body(String name, List<Collider> colliders) {
    Inertia any = Inertia.diagonal(1, Vec3.ZERO, 1, 1, 1);
    return new SceneBody(name, any, colliders, Pose.IDENTITY);
  }

  private List<Collider> frame() {
    List<Collider> parts = new ArrayList<>();
    parts.add(
        part(new Shape.Box(0.55 * arm, 0.32 * arm, 0.16 * arm), Vec3.ZERO, Quaternion.IDENTITY));
    for (int side = -1; side <= 1; side += 2) {
      Quaternion turn = Quaternion.about(new Vec3(0, 0, 1), side * Math.PI / 4);
      Shape beam = new Shape.Box(Math.sqrt(2) * arm, 0.07 * arm, 0.05 * arm);
      parts.add(part(beam, Vec3.ZERO, turn));
    }
    return parts;
  }

  private Collider rotor(String name, int x, int y) {
    return new Collider(
        name, new Shape.Cylinder(0.7 * arm, 0.04 * arm), Pose.at(x * arm, y * arm, 0.2 * arm), 0);
  }

  private static Collider part(Shape shape, Vec3 at, Quaternion turn) {
    return new Collider("part", shape, new Pose(at, turn), 0);
  }

  private static Collider ball(double radius) {
    return new Collider("ball", new Shape.Sphere(radius), Pose.IDENTITY, 0);
  }

  static Appearance appearance() {
    return Appearance.PLAIN
        .with(
            Map.of(
                FRAME,
                Colour.of(0x3a4149),
                "front",
                Colour.of(0xd55e00),
                "rear",
                Colour.of(0x7b8694),
                "target",
                Colour.of(0x009e73)))
        .forPeople(SQUARES);
  }

  /**
   * Returns the state of the picture.
   *
   * @param layout of {@link #layout}
   * @param one state of one quadrotor: position [m] and attitude come first
   * @param target where it should be [m]
   */
  static float[] state(SceneLayout layout, float[] one, Vec3 target) {
    float[] state = new float[layout.stateRows()];
    for (int part = 0; part < PARTS.size(); part++) {
      System.arraycopy(one, 0, state, layout.bodyRow(part), SceneLayout.VELOCITY);
    }
    int row = layout.bodyRow(PARTS.size());
    state[row] = (float) target.x();
    state[row + 1] = (float) target.y();
    state[row + 2] = (float) target.z();
    state[row + SceneLayout.ORIENTATION] = 1;
    return state;
  }
}
