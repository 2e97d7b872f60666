package eyas.distill.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.Activation;
import eyas.assets.policy.NetworkSpec;
import eyas.distill.DistillException;
import eyas.distill.probe.ProbeData;
import eyas.distill.probe.ProbeFlight;
import eyas.distill.probe.TeacherGap;
import eyas.distill.teacher.NetworkTeacher;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.WeightInitializer;
import eyas.sim.random.Philox;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeFlightTest {
  private static final int COUNT = 32;

  private static NetworkWeights weights(NetworkSpec spec, int stream) {
    return WeightInitializer.draw(spec, Philox.host(2, stream), 1);
  }

  @Test
  void everyEnvironmentThatStillFliesIsSampledOnce() {
    HiddenGainWorld world = new HiddenGainWorld(COUNT);
    world.reset(1);
    NetworkWeights student = weights(NetworkSpec.recurrent(2, 16, 1), 1);
    NetworkSpec form = NetworkSpec.memoryless(2, 8, 1, Activation.RELU);
    NetworkTeacher teacher = new NetworkTeacher("privileged", weights(form, 2), 0.1);
    double[] property = new double[COUNT];
    ProbeFlight flight = new ProbeFlight(world, "onboard");
    ProbeData data = flight.fly(student, Optional.of(teacher), property, 10);
    assertThat(data.hidden()).hasNumberOfRows(COUNT);
    assertThat(data.hidden()[0]).hasSize(16);
    // the labels are the teacher's own on the states that were reached
    float[] rows = new float[2 * COUNT];
    float[] labels = new float[COUNT];
    float[] logDeviations = new float[COUNT];
    world.observe("privileged", rows);
    teacher.label(rows, labels, logDeviations);
    double sum = 0;
    for (int e = 0; e < COUNT; e++) {
      sum += Math.pow(data.studentActions()[e][0] - labels[e], 2);
    }
    assertThat(new TeacherGap().measure(data)).isCloseTo(sum / COUNT, within(1e-9));
    assertThat(logDeviations[3]).isCloseTo((float) Math.log(0.1), within(1e-6f));
    assertThat(teacher.squashed()).isFalse();
  }

  @Test
  void aFlightLongerThanAnEpisodeHasNoSamplesAndSaysSo() {
    HiddenGainWorld world = new HiddenGainWorld(COUNT);
    world.reset(1);
    NetworkWeights student = weights(NetworkSpec.recurrent(2, 16, 1), 1);
    assertThatThrownBy(
            () ->
                new ProbeFlight(world, "onboard")
                    .fly(student, Optional.empty(), new double[COUNT], HiddenGainWorld.EPISODE))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("at least two samples");
  }
}
