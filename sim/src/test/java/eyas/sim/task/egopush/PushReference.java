package eyas.sim.task.egopush;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * EgoPush in plain Java and double precision, written from the paper rather than from the kernels:
 * angles instead of cosines, sorting instead of ranks, poses instead of matrices.
 */
final class PushReference {
  private final EgoPushConfig config;
  private final EgoPushLayout layout;

  PushReference(EgoPushModel model) {
    this.config = model.config();
    this.layout = model.layout();
  }

  /** The rows of one environment. */
  record State(double[] rows, EgoPushLayout layout) {
    double own(int row) {
      return rows[layout.row(row)];
    }

    int active() {
      return (int) own(EgoPushLayout.ACTIVE);
    }

    Vec3 robot() {
      int at = layout.scene().positionRow(0);
      return new Vec3(rows[at], rows[at + 1], 0);
    }

    double robotYaw() {
      return rows[layout.scene().positionRow(0) + 2];
    }

    Pose box(int b) {
      int at = layout.scene().bodyRow(b);
      return new Pose(
          new Vec3(rows[at], rows[at + 1], rows[at + 2]),
          new Quaternion(rows[at + 3], rows[at + 4], rows[at + 5], rows[at + 6]));
    }

    Vec3 velocity(int b) {
      int at = layout.scene().bodyRow(b) + SceneLayout.VELOCITY;
      return new Vec3(rows[at], rows[at + 1], rows[at + 2]);
    }

    double yaw(int b) {
      Vec3 x = box(b).orientation().rotate(new Vec3(1, 0, 0));
      return Math.atan2(x.y(), x.x());
    }

    double command(int i) {
      return rows[layout.scene().commandRow() + i];
    }

    boolean placed(int b) {
      return slot(b) > 0;
    }

    /** The slot that a box was placed at, from 1, or 0. */
    int slot(int b) {
      return (int) rows[layout.placedRow(b)];
    }
  }

  State state(double[] rows) {
    return new State(rows, layout);
  }

  /** A slot (from 1), the quarter turns of the formation, and where that is on the floor. */
  private record Place(int slot, int turn, Vec3 at) {}

  private Place place(State s, int slot, int turn) {
    double yaw = s.yaw(0) + turn * Math.PI / 2;
    double x = config.slots().get(slot - 1).get(0);
    double y = config.slots().get(slot - 1).get(1);
    Vec3 anchor = s.box(0).position();
    Vec3 at =
        new Vec3(
            anchor.x() + x * Math.cos(yaw) - y * Math.sin(yaw),
            anchor.y() + x * Math.sin(yaw) + y * Math.cos(yaw),
            0);
    return new Place(slot, turn, at);
  }

  // where box b belongs: any of four turns while none is placed, and any slot that no box holds;
  // turns that look alike differ by rounding, and the first counts
  private Place place(State s, int b) {
    if (!config.sidesAlike()) {
      return place(s, b, 0);
    }
    if (s.placed(b)) {
      return place(s, s.slot(b), (int) s.own(EgoPushLayout.TURN));
    }
    List<Integer> held =
        IntStream.range(1, layout.boxes()).map(s::slot).filter(k -> k > 0).boxed().toList();
    List<Place> open = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      for (int k = 1; k < layout.boxes(); k++) {
        if (!held.contains(k) && (held.isEmpty() || s.own(EgoPushLayout.TURN) == turn)) {
          open.add(place(s, k, turn));
        }
      }
    }
    return open.stream()
        .min(Comparator.comparingLong(p -> Math.round(1e7 * flat(p.at(), s.box(b).position()))))
        .orElseThrow();
  }

  private Vec3 slot(State s, int b) {
    return place(s, b).at();
  }

  private static double flat(Vec3 a, Vec3 b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  double slotDistance(State s, int b) {
    return flat(s.box(b).position(), slot(s, b));
  }

  // angle to the nearest quarter turn
  private static double quarter(double angle) {
    return Math.abs(angle - Math.PI / 2 * Math.round(angle / (Math.PI / 2)));
  }

  boolean within(State s, int b) {
    EgoPushConfig.Place place = config.place();
    return slotDistance(s, b) < place.distance()
        && quarter(s.yaw(b) - s.yaw(0)) < place.yaw()
        && Math.hypot(s.velocity(b).x(), s.velocity(b).y()) < place.speed();
  }

  private double reach(State s, int b) {
    double ahead = config.reward().reachPoint();
    Vec3 tip =
        s.robot().plus(new Vec3(ahead * Math.cos(s.robotYaw()), ahead * Math.sin(s.robotYaw()), 0));
    return flat(tip, s.box(b).position());
  }

  /** Returns the state after the period with the task's rows brought up to date. */
  State update(State before, double[] after) {
    double[] rows = after.clone();
    int own = layout.row(0);
    System.arraycopy(before.rows(), own, rows, own, rows.length - own);
    State s = state(rows);
    int last = layout.boxes() - 1;
    int b = before.active();
    boolean all = before.own(EgoPushLayout.COUNT) == last;
    boolean placed = !all && before.own(EgoPushLayout.PHASE) == 1 && within(s, b);
    boolean reached =
        !all
            && before.own(EgoPushLayout.PHASE) == 0
            && reach(s, b) < config.reward().reachDistance();
    rows[layout.row(EgoPushLayout.CLOCK)]++;
    rows[layout.row(EgoPushLayout.TIME)]++;
    rows[layout.row(EgoPushLayout.EVENT)] =
        placed ? EgoPushLayout.PLACED : reached ? EgoPushLayout.REACHED : 0;
    if (reached) {
      rows[layout.row(EgoPushLayout.PHASE)] = 1;
    }
    if (placed) {
      Place place = place(s, b);
      rows[layout.placedRow(b)] = place.slot();
      rows[layout.row(EgoPushLayout.TURN)] = place.turn();
      rows[layout.row(EgoPushLayout.COUNT)]++;
      if (rows[layout.row(EgoPushLayout.COUNT)] < last) {
        begin(s);
      }
    }
    boolean stands =
        rows[layout.row(EgoPushLayout.COUNT)] == last
            && IntStream.rangeClosed(1, last).allMatch(o -> within(s, o));
    rows[layout.row(EgoPushLayout.HELD)] = stands ? rows[layout.row(EgoPushLayout.HELD)] + 1 : 0;
    return s;
  }

  private void begin(State s) {
    double[] rows = s.rows();
    rows[layout.row(EgoPushLayout.ACTIVE)] = nearest(s);
    rows[layout.row(EgoPushLayout.PHASE)] = 0;
    rows[layout.row(EgoPushLayout.CLOCK)] = 0;
    for (int b = 1; b < layout.boxes(); b++) {
      rows[layout.restRow(b)] = s.box(b).position().x();
      rows[layout.restRow(b) + 1] = s.box(b).position().y();
    }
  }

  int nearest(State s) {
    return IntStream.range(1, layout.boxes())
        .filter(b -> !s.placed(b))
        .boxed()
        .min(Comparator.comparingDouble(b -> flat(s.box(b).position(), s.robot())))
        .orElse(1);
  }

  /** Returns the reward terms of a step. */
  double[] reward(State before, State s, double[] action) {
    EgoPushConfig.Reward r = config.reward();
    int b = before.active();
    boolean global = r.clock().equals("global");
    double budget = config.stageSteps() * (global ? layout.boxes() - 1 : 1);
    double since = before.own(global ? EgoPushLayout.TIME : EgoPushLayout.CLOCK) + 1;
    double worth = (budget - since) / budget;
    double event = s.own(EgoPushLayout.EVENT);
    boolean placing = before.own(EgoPushLayout.PHASE) == 1;
    double distance = slotDistance(s, b);
    Vec3 to = s.box(b).position().minus(s.robot());
    double away = Math.hypot(to.x(), to.y());
    double bearing = Math.atan2(to.y(), to.x()) - s.robotYaw();
    double speed = Math.hypot(s.velocity(b).x(), s.velocity(b).y());
    double near = distance < r.slowdownDistance() ? 1 - distance / r.slowdownDistance() : 0;
    return new double[] {
      event == EgoPushLayout.REACHED ? r.reach() * worth : 0,
      event == EgoPushLayout.PLACED ? r.place() * worth : 0,
      s.own(EgoPushLayout.HELD) >= config.holdSteps() ? r.hold() : 0,
      placing ? 0 : r.approach() * (reach(before, b) - reach(s, b)),
      placing ? r.push() * (slotDistance(before, b) - distance) : 0,
      away < r.facingDistance() ? r.facing() * Math.cos(bearing) : 0,
      -r.smooth() * (jerk(before, action, 0) + jerk(before, action, 1)),
      r.slowdown() * near * Math.max(-1, 1 - speed / r.slowdownSpeed()),
      -r.reverse() * Math.max(0, Math.min(1, -action[0]))
    };
  }

  private double jerk(State before, double[] action, int i) {
    double largest = i == 0 ? config.command().speed() : config.command().turn();
    double change = Math.abs(Math.max(-1, Math.min(1, action[i])) - before.command(i) / largest);
    return change > config.reward().smoothFrom() ? Math.pow(change, 4) : 0;
  }

  boolean completed(State s) {
    return s.own(EgoPushLayout.HELD) >= config.holdSteps();
  }

  boolean terminated(State s) {
    boolean hit =
        IntStream.range(1, layout.boxes())
            .filter(b -> b != s.active())
            .anyMatch(b -> moved(s, b) > config.end().hit());
    boolean late = s.own(EgoPushLayout.CLOCK) >= config.stageSteps() && !completed(s);
    return s.robot().norm() > config.end().radius() || hit || late;
  }

  double moved(State s, int b) {
    int rest = layout.restRow(b);
    return flat(s.box(b).position(), new Vec3(s.rows()[rest], s.rows()[rest + 1], 0));
  }

  /** Returns the keypoints, masked and gated if {@code view}. */
  double[] keypoints(State s, boolean view) {
    EgoPushConfig.View v = config.view();
    Pose robot = new Pose(s.robot(), Quaternion.fromRollPitchYaw(0, 0, s.robotYaw()));
    Pose camera =
        robot.times(
            new Pose(
                new Vec3(v.ahead(), 0, v.height()), Quaternion.fromRollPitchYaw(0, v.pitch(), 0)));
    boolean masked = view && v.mask();
    List<Double> out = new ArrayList<>();
    add(out, camera, s.box(s.active()), masked, true);
    add(out, camera, s.box(0), masked, true);
    List<Integer> obstacles = obstacles(s);
    for (int j = 0; j < config.obstacles(); j++) {
      boolean there = j < obstacles.size();
      add(out, camera, there ? s.box(obstacles.get(j)) : Pose.IDENTITY, masked, there);
    }
    Place place = place(s, s.active());
    List<Double> offset = config.slots().get(place.slot() - 1);
    Vec3 turned = turned(new Vec3(offset.get(0), offset.get(1), 0), -place.turn() * Math.PI / 2);
    Pose goal = s.box(0).times(Pose.at(turned.x(), turned.y(), 0));
    add(out, camera, goal, masked, !(view && v.gate()) || gate(camera, s.box(0).position()));
    out.add(s.command(0) / config.command().speed());
    out.add(s.command(1) / config.command().turn());
    return out.stream().mapToDouble(x -> x).toArray();
  }

  List<Integer> obstacles(State s) {
    return IntStream.range(1, layout.boxes())
        .filter(b -> b != s.active())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer b) -> flat(s.box(b).position(), s.robot()))
                .thenComparing(b -> b))
        .toList();
  }

  private boolean gate(Pose camera, Vec3 anchor) {
    EgoPushConfig.View v = config.view();
    Vec3 p = camera.inverse().apply(anchor);
    double across = -p.y() / (p.x() * Math.tan(v.horizontal() / 2));
    double down = -p.z() / (p.x() * Math.tan(v.vertical() / 2));
    return visible(p) && Math.abs(across) <= v.gateAcross() && Math.abs(down) <= v.gateUpright();
  }

  private boolean visible(Vec3 p) {
    EgoPushConfig.View v = config.view();
    return p.x() > 0
        && Math.abs(Math.atan2(p.y(), p.x())) <= v.horizontal() / 2
        && Math.abs(Math.atan2(p.z(), p.x())) <= v.vertical() / 2
        && p.x() >= v.nearest()
        && p.x() <= v.farthest();
  }

  private void add(List<Double> out, Pose camera, Pose box, boolean masked, boolean shown) {
    double h = EgoPushScene.EDGE / 2;
    for (double z : new double[] {-h, h}) {
      for (double y : new double[] {-h, h}) {
        for (double x : new double[] {-h, h}) {
          Vec3 p = camera.inverse().apply(box.apply(new Vec3(x, y, z)));
          boolean seen = shown && (!masked || visible(p));
          out.addAll(seen ? List.of(p.x(), p.y(), p.z()) : List.of(-10.0, -10.0, -10.0));
        }
      }
    }
  }

  /** Returns the plain state of the group {@code critic}; {@code p}: parameter rows. */
  double[] critic(State s, double[] p) {
    int rate = layout.scene().velocityRow(0);
    int b = s.active();
    double yaw = s.robotYaw();
    List<Double> out = new ArrayList<>();
    pair(out, s.robot());
    pair(out, new Vec3(Math.cos(yaw), Math.sin(yaw), 0));
    pair(out, turned(new Vec3(s.rows()[rate], s.rows()[rate + 1], 0), yaw));
    out.add(s.rows()[rate + 2]);
    pair(out, turned(s.box(b).position().minus(s.robot()), yaw));
    angle(out, 4 * (s.yaw(b) - yaw));
    pair(out, turned(s.velocity(b), yaw));
    out.add(s.rows()[layout.scene().bodyRow(b) + SceneLayout.ANGULAR_VELOCITY + 2]);
    pair(out, turned(slot(s, b).minus(s.box(b).position()), yaw));
    angle(out, 4 * (s.yaw(0) - s.yaw(b)));
    out.add(slotDistance(s, b));
    pair(out, turned(s.box(0).position().minus(s.robot()), yaw));
    angle(out, s.yaw(0) - yaw);
    List<Integer> obstacles = obstacles(s);
    for (int j = 0; j < config.obstacles(); j++) {
      boolean there = j < obstacles.size();
      pair(
          out,
          there ? turned(s.box(obstacles.get(j)).position().minus(s.robot()), yaw) : Vec3.ZERO);
    }
    for (int j = 0; j < config.obstacles(); j++) {
      out.add(j < obstacles.size() ? 1.0 : 0.0);
    }
    out.add(s.own(EgoPushLayout.PHASE));
    out.add(1 - s.own(EgoPushLayout.CLOCK) / config.stageSteps());
    out.add(s.own(EgoPushLayout.COUNT) / (layout.boxes() - 1));
    out.add(s.own(EgoPushLayout.HELD) / config.holdSteps());
    int solid = layout.scene().solids().size() - layout.boxes();
    out.add(p[layout.scene().solidParameters(solid + b) + SceneLayout.MASS_FACTOR]);
    out.add(p[layout.scene().solidParameters(solid + 1) + SceneLayout.FRICTION_FACTOR]);
    out.add(p[layout.scene().solidParameters(0) + SceneLayout.FRICTION_FACTOR]);
    out.add(s.command(0) / config.command().speed());
    out.add(s.command(1) / config.command().turn());
    return out.stream().mapToDouble(x -> x).toArray();
  }

  private static Vec3 turned(Vec3 world, double yaw) {
    return Quaternion.fromRollPitchYaw(0, 0, -yaw).rotate(world);
  }

  private static void pair(List<Double> out, Vec3 v) {
    out.add(v.x());
    out.add(v.y());
  }

  private static void angle(List<Double> out, double angle) {
    out.add(Math.cos(angle));
    out.add(Math.sin(angle));
  }
}
