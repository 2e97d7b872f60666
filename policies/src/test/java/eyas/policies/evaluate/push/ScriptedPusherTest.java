package eyas.policies.evaluate.push;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.policies.DeviceTest;
import eyas.policies.evaluate.FlightPolicy;
import eyas.sim.device.Lanes;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first tier can be solved by rules, and episodes are counted for what they were. */
class ScriptedPusherTest extends DeviceTest {
  private static final int EPISODES = 256;
  private static final int SEED = 5;

  private static PushScores scores(FlightPolicy policy, EgoPushModel model) {
    try (LaneWorld world = new LaneWorld(device, model, EPISODES, Lanes.of(16))) {
      return new PushFlight(world, model.config()).run(policy, SEED);
    }
  }

  @Test
  void rulesPushMostBoxesToTheirSlot() {
    EgoPushModel model = new EgoPushTask().model("t1", List.of());
    EgoPushConfig.Command command = model.config().command();
    PushScores scores =
        scores(new ScriptedPusher(model.description(), command.speed(), command.turn()), model);
    assertThat(scores.success().estimate()).as("%s, seed %d", scores, SEED).isGreaterThan(0.65);
    assertThat(scores.reachedOnce().estimate()).isGreaterThanOrEqualTo(scores.success().estimate());
    // a box is at least 0.4 m from its slot, and the robot pushes it there
    assertThat(scores.travel()).isGreaterThan(0.5);
    assertThat(scores.steps()).isBetween(30.0, 250.0);
  }

  @Test
  void whoStandsStillRunsOutOfTime() {
    EgoPushModel model = new EgoPushTask().model("t1", List.of());
    PushScores scores = scores(new Still(), model);
    assertThat(scores.share(PushEnd.OUT_OF_TIME)).isEqualTo(1);
    assertThat(scores.placed()).isZero();
    assertThat(scores.success().high()).isBetween(0.0, 0.02);
  }

  private record Still() implements FlightPolicy {
    @Override
    public String name() {
      return "still";
    }

    @Override
    public String group() {
      return "onboard";
    }

    @Override
    public void start(int environments) {}

    @Override
    public void forget(boolean[] ended) {}

    @Override
    public void act(float[] observations, float[] actions) {}
  }
}
