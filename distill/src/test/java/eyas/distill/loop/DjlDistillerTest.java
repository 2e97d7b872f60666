package eyas.distill.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.distill.target.Divergence;
import eyas.distill.target.Target;
import eyas.distill.weight.Gate;
import eyas.distill.weight.StepWeight;
import eyas.policies.checkpoint.CheckpointWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DjlDistillerTest {
  private static final long SEED = 3;
  private static final NetworkSpec MEMORY = NetworkSpec.recurrent(2, 16, 1);
  private static final NetworkSpec BLIND = NetworkSpec.memoryless(2, 16, 1, Activation.RELU);

  private static DjlDistiller.Points points(Divergence divergence, Gate gate) {
    return new DjlDistiller.Points(
        RollIn.teacherThenStudent(10),
        Target.teacherAction(),
        divergence,
        StepWeight.uniform(),
        gate);
  }

  private static SequenceConfig config(int steps) {
    return new SequenceConfig("onboard", steps, 200, 5e-3, 1, 0.5);
  }

  private static DjlDistiller distiller(NetworkSpec spec, Divergence divergence) {
    return new DjlDistiller(
        new HiddenGainWorld(64),
        spec,
        HiddenGainWorld.teacher(),
        points(divergence, Gate.open()),
        config(HiddenGainWorld.EPISODE),
        SEED);
  }

  private static double gapAfter(DjlDistiller distiller, int updates) {
    double gap = Double.NaN;
    for (int i = 0; i < updates; i++) {
      gap = distiller.iterate().metrics().get("teacher-gap");
    }
    return gap;
  }

  @Test
  void studentsWithAndWithoutMemoryCloseTheGap() {
    for (NetworkSpec spec : List.of(MEMORY, BLIND)) {
      try (DjlDistiller student = distiller(spec, Divergence.MSE)) {
        double first = gapAfter(student, 11);
        assertThat(gapAfter(student, 100)).as("seed " + SEED).isLessThan(0.6 * first);
      }
    }
  }

  /** Resets fall inside the windows: the loss agrees only if masks and hidden states do. */
  @Test
  void theLossReplaysWhatTheStudentDidInFlight() {
    try (DjlDistiller student =
        new DjlDistiller(
            new HiddenGainWorld(8),
            MEMORY,
            HiddenGainWorld.teacher(),
            points(Divergence.MSE, Gate.open()),
            config(13),
            SEED)) {
      for (int i = 0; i < 20; i++) {
        var metrics = student.iterate().metrics();
        assertThat(metrics.get("loss"))
            .as("window " + i + ", seed " + SEED)
            .isCloseTo(metrics.get("teacher-gap") / 2, within(1e-6));
      }
    }
  }

  @Test
  void reverseKlTakesOverTheTeachersDeviation() {
    try (DjlDistiller student = distiller(MEMORY, Divergence.REVERSE_KL)) {
      gapAfter(student, 200);
      assertThat(student.deviation()[0]).as("seed " + SEED).isCloseTo(0.3, within(0.03));
    }
  }

  @Test
  void aResumedDistillationContinuesBitForBit() {
    CheckpointWriter saved = new CheckpointWriter();
    try (DjlDistiller straight = distiller(MEMORY, Divergence.FORWARD_KL);
        DjlDistiller resumed = distiller(MEMORY, Divergence.FORWARD_KL)) {
      gapAfter(straight, 12);
      straight.save(saved);
      gapAfter(straight, 3);
      resumed.restore(saved.toReader());
      gapAfter(resumed, 3);
      assertThat(resumed.current().flat()).containsExactly(straight.current().flat());
      assertThat(resumed.iteration()).isEqualTo(15);
    }
  }

  @Test
  void aGateKeepsOutWhatDoesNotReturnEnough() {
    SequenceWindow window = new SequenceWindow(4, 2, 1, 1, 0);
    window.begin(new float[0]);
    for (int t = 0; t < 4; t++) {
      float[] two = {1, 1};
      window.put(
          t,
          new SequenceWindow.Labels(two, two, new float[] {0, 2}, two),
          new float[] {1, 1},
          StepWeight.uniform());
      boolean[] ended = {t == 1, t == 3};
      window.outcome(t, new float[] {1, -1}, ended, Gate.returnsAtLeast(0));
    }
    window.end(Gate.returnsAtLeast(0));
    // first environment: a good episode of two steps, then one without an outcome; second: bad
    assertThat(window.weights()).containsExactly(1, 0, 1, 0, 0, 0, 0, 0);
    assertThat(window.meanGap()).isEqualTo(1);
  }

  @Test
  void meaninglessCombinationsAreRefused() {
    NetworkSpec squashed =
        new NetworkSpec(
            List.of(
                LayerSpec.dense(2, 8, Activation.RELU), LayerSpec.dense(8, 1, Activation.TANH)));
    assertThatThrownBy(() -> distiller(squashed, Divergence.FORWARD_KL))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("before a tanh");
    assertThatThrownBy(
            () ->
                new DjlDistiller(
                    new HiddenGainWorld(8),
                    MEMORY,
                    HiddenGainWorld.teacher(),
                    points(Divergence.MSE, Gate.returnsAtLeast(-1)),
                    config(HiddenGainWorld.EPISODE - 1),
                    SEED))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("whole episodes");
    assertThatThrownBy(
            () ->
                new DjlDistiller(
                    new HiddenGainWorld(8),
                    MEMORY,
                    HiddenGainWorld.teacher(),
                    points(Divergence.MSE, Gate.open()),
                    new SequenceConfig("privileged", 20, 10, 1e-3, 1, 1),
                    SEED))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("no robot can sense");
  }
}
