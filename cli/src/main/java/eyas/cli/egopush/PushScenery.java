package eyas.cli.egopush;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.scene.SceneColour;
import eyas.assets.scene.SceneReader;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.ArenaWall;
import eyas.sim.sensor.Colour;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushLayout;
import eyas.sim.task.egopush.EgoPushScene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people see of EgoPush: the scene of the task, and plates on the floor where boxes may
 * belong.
 */
final class PushScenery {
  private static final double WALL_HEIGHT = 1;
  private static final double HALF_PLATE = 0.001;
  private static final double BELOW_FLOOR = -1;
  private static final String PLATE = "slot";
  private static final Colour PALE = new Colour(0.98, 0.86, 0.45);
  private static final String COLOURS = "egopush-t3";

  private final EgoPushConfig config;
  private final SceneLayout task;
  private final SceneLayout shown;

  PushScenery(EgoPushConfig config, SceneLayout task) {
    this.config = config;
    this.task = task;
    Scene scene = task.scene();
    List<SceneBody> bodies = new ArrayList<>(scene.bodies());
    for (int i = 0; i < config.turns() * config.slots().size(); i++) {
      bodies.add(plate(PLATE + i));
    }
    shown =
        new SceneLayout(
            new Scene(
                scene.name(),
                scene.gravity(),
                scene.timeStep(),
                scene.steps(),
                scene.robots(),
                bodies,
                scene.fixtures()));
  }

  private static SceneBody plate(String name) {
    double half = EgoPushScene.EDGE / 2;
    Shape shape = new Shape.Box(half, half, HALF_PLATE);
    return new SceneBody(
        name,
        Inertia.diagonal(1, Vec3.ZERO, 1, 1, 1),
        List.of(new Collider(name, shape, Pose.IDENTITY, 0)),
        Pose.IDENTITY);
  }

  /** Returns the rows of what is shown. */
  SceneLayout layout() {
    return shown;
  }

  /** Returns colours of boxes, pale ones of slots, and the wall. */
  Appearance appearance() {
    Map<String, Colour> colours = new HashMap<>();
    Map<String, SceneColour> packaged = SceneReader.named(COLOURS).colours();
    packaged.forEach((name, colour) -> colours.put(name, Colour.of(colour.rgb())));
    for (int i = 0; i < config.turns() * config.slots().size(); i++) {
      Colour box = colours.get("box" + (1 + i % config.slots().size()));
      if (box != null) {
        colours.put(PLATE + i, config.sidesAlike() ? PALE : pale(box));
      }
    }
    return Appearance.PLAIN
        .with(colours)
        .with(new ArenaWall(Vec3.ZERO, config.end().radius(), WALL_HEIGHT));
  }

  private static Colour pale(Colour c) {
    return new Colour((c.red() + 1) / 2, (c.green() + 1) / 2, (c.blue() + 1) / 2);
  }

  /** Returns the state of what is shown, given the state of one environment of the task. */
  float[] state(float[] one) {
    float[] state = new float[shown.stateRows()];
    System.arraycopy(one, 0, state, 0, task.commandRow());
    int row = task.bodyRow(0);
    Vec3 anchor = new Vec3(one[row], one[row + 1], 0);
    int from = row + SceneLayout.ORIENTATION;
    Quaternion q = new Quaternion(one[from], one[from + 1], one[from + 2], one[from + 3]);
    for (int i = 0; i < config.turns() * config.slots().size(); i++) {
      int turn = i / config.slots().size();
      List<Double> at = EgoPushConfig.turned(config.slots().get(i % config.slots().size()), turn);
      Vec3 place = anchor.plus(q.rotate(new Vec3(at.get(0), at.get(1), 0)));
      int to = shown.bodyRow(task.scene().bodies().size() + i);
      state[to] = (float) place.x();
      state[to + 1] = (float) place.y();
      state[to + 2] = (float) (open(one, turn) ? HALF_PLATE : BELOW_FLOOR);
      System.arraycopy(one, from, state, to + SceneLayout.ORIENTATION, 4);
    }
    return state;
  }

  // whether the boxes that are placed leave a quarter turn of the formation open
  private boolean open(float[] one, int turn) {
    int own = task.stateRows();
    return one[own + EgoPushLayout.COUNT] == 0 || one[own + EgoPushLayout.TURN] == turn;
  }
}
