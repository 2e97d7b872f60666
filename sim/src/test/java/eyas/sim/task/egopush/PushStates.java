package eyas.sim.task.egopush;

import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldSnapshot;

/** Random states that lie near everything that can happen. */
final class PushStates {
  private final EgoPushModel model;
  private final EgoPushLayout layout;

  PushStates(EgoPushModel model) {
    this.model = model;
    this.layout = model.layout();
  }

  /** Puts a random state into every environment of a world. */
  void put(LaneWorld world, Philox random) {
    WorldSnapshot now = world.save();
    float[] state = now.state();
    int padded = world.padded();
    float[] one = new float[layout.stateRows()];
    for (int e = 0; e < padded; e++) {
      draw(random, one);
      for (int row = 0; row < one.length; row++) {
        state[row * padded + e] = one[row];
      }
    }
    world.restore(new WorldSnapshot(now.seed(), state, now.parameters(), now.counters()));
  }

  private void draw(Philox random, float[] s) {
    int robot = layout.scene().positionRow(0);
    s[robot] = (float) random.uniform(-1.2, 1.2);
    s[robot + 1] = (float) random.uniform(-1.2, 1.2);
    s[robot + 2] = (float) random.uniform(-7, 7);
    for (int i = 0; i < 3; i++) {
      s[robot + 3 + i] = (float) random.uniform(-0.4, 0.4);
    }
    double yaw = random.uniform(-3, 3);
    body(random, s, 0, random.uniform(-0.8, 0.8), random.uniform(-0.8, 0.8), yaw);
    int turn = (int) (random.nextDouble() * model.config().turns());
    int shift = model.config().sidesAlike() ? (int) (3 * random.nextDouble()) : 0;
    s[layout.row(EgoPushLayout.TURN)] = turn;
    int count = 0;
    int active = 1 + (int) (random.nextDouble() * (layout.boxes() - 1));
    for (int b = 1; b < layout.boxes(); b++) {
      boolean placed = b != active && random.nextDouble() < 0.5;
      int slot = 1 + (b - 1 + shift) % (layout.boxes() - 1);
      box(random, s, b, new Slot(slot, turn, yaw), placed || random.nextDouble() < 0.6);
      s[layout.placedRow(b)] = placed ? slot : 0;
      count += placed ? 1 : 0;
    }
    boolean all = random.nextDouble() < 0.2;
    if (all) {
      for (int b = 1; b < layout.boxes(); b++) {
        s[layout.placedRow(b)] = 1 + (b - 1 + shift) % (layout.boxes() - 1);
      }
      count = layout.boxes() - 1;
    }
    s[layout.row(EgoPushLayout.ACTIVE)] = active;
    s[layout.row(EgoPushLayout.PHASE)] = all || random.nextDouble() < 0.6 ? 1 : 0;
    int steps = model.config().stageSteps();
    s[layout.row(EgoPushLayout.CLOCK)] =
        random.nextDouble() < 0.1 ? steps - 1 : (int) (random.nextDouble() * (steps - 1));
    s[layout.row(EgoPushLayout.TIME)] = s[layout.row(EgoPushLayout.CLOCK)] + 3;
    s[layout.row(EgoPushLayout.HELD)] = (int) (random.nextDouble() * 12);
    s[layout.row(EgoPushLayout.COUNT)] = count;
    s[layout.row(EgoPushLayout.EVENT)] = 0;
    s[layout.scene().commandRow()] = (float) random.uniform(-0.4, 0.4);
    s[layout.scene().commandRow() + 1] = (float) random.uniform(-2.84, 2.84);
  }

  /** A slot (from 1), quarter turns of the formation, and the anchor's yaw. */
  private record Slot(int number, int turn, double yaw) {}

  // in or near its slot, or anywhere; where it rested is mostly close by
  private void box(Philox random, float[] s, int b, Slot slot, boolean near) {
    double yaw = slot.yaw() + slot.turn() * Math.PI / 2;
    double x = s[layout.scene().bodyRow(0)];
    double y = s[layout.scene().bodyRow(0) + 1];
    if (near) {
      double sx =
          model.config().slots().get(slot.number() - 1).get(0) + random.uniform(-0.03, 0.03);
      double sy =
          model.config().slots().get(slot.number() - 1).get(1) + random.uniform(-0.03, 0.03);
      x += sx * Math.cos(yaw) - sy * Math.sin(yaw);
      y += sx * Math.sin(yaw) + sy * Math.cos(yaw);
    } else {
      x = random.uniform(-1.2, 1.2);
      y = random.uniform(-1.2, 1.2);
    }
    double turned = yaw + Math.PI / 2 * (int) random.uniform(0, 4) + random.uniform(-0.3, 0.3);
    body(random, s, b, x, y, turned);
    double off = random.nextDouble() < 0.9 ? 1e-3 : 0.02;
    s[layout.restRow(b)] = (float) (x + off);
    s[layout.restRow(b) + 1] = (float) y;
  }

  private void body(Philox random, float[] s, int b, double x, double y, double yaw) {
    int at = layout.scene().bodyRow(b);
    var turn =
        eyas.assets.spatial.Quaternion.fromRollPitchYaw(
            random.uniform(-0.1, 0.1), random.uniform(-0.1, 0.1), yaw);
    double[] rows = {x, y, random.uniform(0.075, 0.09), turn.w(), turn.x(), turn.y(), turn.z()};
    for (int i = 0; i < rows.length; i++) {
      s[at + i] = (float) rows[i];
    }
    for (int i = 7; i < 13; i++) {
      s[at + i] = (float) random.uniform(-0.04, 0.04);
    }
  }
}
