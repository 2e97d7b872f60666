package eyas.sim.task.egopush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.task.LaneWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First states keep the rules of the preset, whatever is drawn. */
class EgoPushStartTest extends DeviceTest {
  private static final int ENVIRONMENTS = 2048;
  private static final int SEED = 21;

  private record Starts(EgoPushModel model, List<PushReference.State> states) {}

  private static Starts starts(String preset, String... set) {
    EgoPushModel model = new EgoPushTask().model(preset, List.of(set));
    PushReference reference = new PushReference(model);
    List<PushReference.State> states = new ArrayList<>();
    try (LaneWorld world = new LaneWorld(device, model, ENVIRONMENTS, Lanes.of(16))) {
      world.reset(SEED);
      float[] all = world.save().state();
      for (int e = 0; e < ENVIRONMENTS; e++) {
        double[] rows = new double[model.layout().stateRows()];
        for (int row = 0; row < rows.length; row++) {
          rows[row] = all[row * world.padded() + e];
        }
        states.add(reference.state(rows));
      }
    }
    return new Starts(model, states);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t1", "t2", "t3"})
  void everythingLiesWhereItMay(String preset) {
    Starts starts = starts(preset);
    EgoPushConfig.Start start = starts.model().config().start();
    PushReference reference = new PushReference(starts.model());
    int broken = 0;
    for (PushReference.State s : starts.states()) {
      assertThat(s.robot().norm()).isLessThanOrEqualTo(start.radius() + 1e-5);
      assertThat(flat(s.box(0).position(), Vec3.ZERO))
          .isLessThanOrEqualTo(start.anchorRadius() + 1e-5);
      boolean good = true;
      for (int b = 1; b < starts.model().layout().boxes(); b++) {
        double away = reference.slotDistance(s, b);
        good &= away > start.distance().get(0) - 1e-5 && away < start.distance().get(1) + 1e-5;
        good &= flat(s.box(b).position(), s.box(0).position()) > start.clear() - 1e-5;
        for (int o = 1; o < b; o++) {
          good &= flat(s.box(b).position(), s.box(o).position()) > start.boxGap() - 1e-5;
        }
      }
      good &= !overlaps(s, starts.model().layout().boxes());
      assertThat(s.active()).as("seed %d", SEED).isEqualTo(reference.nearest(s));
      broken += good ? 0 : 1;
    }
    // draws are limited in number: hardly any start may break a rule
    assertThat(broken).as("seed %d", SEED).isLessThanOrEqualTo(2);
  }

  // the robot's rectangle against the boxes, by their corners
  private static boolean overlaps(PushReference.State s, int boxes) {
    double c = Math.cos(s.robotYaw());
    double sine = Math.sin(s.robotYaw());
    for (int b = 0; b < boxes; b++) {
      for (double x = EgoPushScene.REAR * -1; x <= EgoPushScene.PUSHER_FACE + 1e-6; x += 0.043) {
        for (double y = -0.07; y <= 0.071; y += 0.035) {
          Vec3 p = s.robot().plus(new Vec3(c * x - sine * y, sine * x + c * y, 0.075));
          Vec3 in = s.box(b).inverse().apply(p);
          if (Math.abs(in.x()) < 0.075 && Math.abs(in.y()) < 0.075) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static double flat(Vec3 a, Vec3 b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  @Test
  void headingsAndPlacesSpreadOverTheArena() {
    double x = 0;
    double cosine = 0;
    double square = 0;
    for (PushReference.State s : starts("t1").states()) {
      x += s.robot().x() / ENVIRONMENTS;
      cosine += Math.cos(s.robotYaw() - s.yaw(1)) / ENVIRONMENTS;
      square += s.robot().dot(s.robot()) / ENVIRONMENTS;
    }
    assertThat(x).isCloseTo(0, within(0.06));
    assertThat(cosine).isCloseTo(0, within(0.07));
    // uniform in a disc of 1 m: half of its square, a little more for the boxes in the middle
    assertThat(square).isBetween(0.49, 0.60);
  }

  @Test
  void episodesCanBeginAtAnyStage() {
    Starts starts = starts("t3", "start.any-stage=1");
    PushReference reference = new PushReference(starts.model());
    int[] counts = new int[4];
    for (PushReference.State s : starts.states()) {
      int count = (int) s.own(EgoPushLayout.COUNT);
      counts[count]++;
      int placed = 0;
      for (int b = 1; b < 5; b++) {
        if (s.placed(b)) {
          placed++;
          assertThat(reference.within(s, b)).as("seed %d", SEED).isTrue();
        }
      }
      assertThat(placed).isEqualTo(count);
      assertThat(s.placed(s.active())).isFalse();
      assertThat(reference.terminated(s)).isFalse();
    }
    for (int count : counts) {
      assertThat(count).as("seed %d", SEED).isBetween(440, 584);
    }
  }

  @Test
  void episodesCanBeginBehindTheBox() {
    Starts starts = starts("t1", "start.behind=1");
    int behind = 0;
    for (PushReference.State s : starts.states()) {
      Vec3 to = s.box(1).position().minus(s.robot());
      double bearing = Math.atan2(to.y(), to.x()) - s.robotYaw();
      boolean close = Math.hypot(to.x(), to.y()) < 0.56 && Math.cos(bearing) > 0.95;
      behind += close ? 1 : 0;
      assertThat(overlaps(s, 2)).isFalse();
    }
    assertThat(behind).as("seed %d", SEED).isGreaterThan(ENVIRONMENTS / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t1", "t3"})
  void episodesCanBeginBesideTheSlot(String preset) {
    Starts starts = starts(preset, "start.beside=1", "start.any-stage=1");
    PushReference reference = new PushReference(starts.model());
    int boxes = starts.model().layout().boxes();
    int beside = 0;
    int seen = 0;
    for (PushReference.State s : starts.states()) {
      assertThat(overlaps(s, boxes)).as("seed %d", SEED).isFalse();
      assertThat(reference.terminated(s)).isFalse();
      if (reference.slotDistance(s, s.active()) > 0.29) {
        continue;
      }
      beside++;
      Vec3 in = s.box(0).inverse().apply(s.box(s.active()).position());
      assertThat(Math.max(Math.abs(in.x()), Math.abs(in.y()))).isGreaterThan(0.1639);
      Vec3 to = s.box(s.active()).position().minus(s.robot());
      seen += Math.cos(Math.atan2(to.y(), to.x()) - s.robotYaw()) > 0.95 ? 1 : 0;
    }
    // the other draws would overlap, or leave no room for the robot
    assertThat(beside).as("seed %d", SEED).isGreaterThan(ENVIRONMENTS / 3);
    assertThat(seen).isEqualTo(beside);
  }

  @Test
  void boxesThatCouldNotStandAreRefused() {
    List<String> set = List.of("start.any-stage=0.5", "place.distance=0.035");
    assertThatThrownBy(() -> new EgoPushTask().model("t3", set))
        .hasMessageContaining("start.placed-distance is 0.03", "give less than 0.0247");
  }

  @Test
  void physicsIsDrawnFromTheRanges() {
    EgoPushModel model = new EgoPushTask().model("t1", List.of());
    SceneLayout scene = model.layout().scene();
    int box = scene.solids().size() - 1;
    double least = 9;
    double most = 0;
    for (int e = 0; e < 500; e++) {
      float[] p = new float[scene.parameterRows()];
      model.sampleParameters(new eyas.sim.random.Philox(SEED, e, 0, 0, 16), p);
      double mass = p[scene.solidParameters(box) + SceneLayout.MASS_FACTOR] * EgoPushScene.BOX_MASS;
      least = Math.min(least, mass);
      most = Math.max(most, mass);
      double boxes = 0.45 * p[scene.solidParameters(box) + SceneLayout.FRICTION_FACTOR];
      double robot = 0.35 * p[scene.solidParameters(0) + SceneLayout.FRICTION_FACTOR];
      assertThat(Math.sqrt(0.45 * boxes)).isBetween(0.2999, 0.6001);
      assertThat(Math.sqrt(robot * boxes)).isBetween(0.1999, 0.5001);
    }
    assertThat(least).isBetween(0.2, 0.21);
    assertThat(most).isBetween(0.59, 0.6);
  }
}
