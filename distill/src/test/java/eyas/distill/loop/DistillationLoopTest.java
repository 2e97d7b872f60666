package eyas.distill.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.distill.DistillException;
import eyas.distill.curriculum.QuadrotorCells;
import eyas.distill.curriculum.TaskSampler;
import eyas.distill.target.Divergence;
import eyas.distill.teacher.TeacherTraining;
import eyas.distill.teacher.Teachers;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorDistribution;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DistillationLoopTest {
  private static ComputeDevice device;
  private static Lanes lanes;
  private static Teachers teachers;

  @BeforeAll
  static void open() {
    device = ComputeDevice.open("auto");
    lanes = device.nativeLanes();
    teachers = QuadrotorRoom.conditioned(device, lanes, 60);
  }

  @AfterAll
  static void close() {
    device.close();
  }

  private static DistillationLoop loop(int updates, RlTerm.Kind rl) {
    return new DistillationLoop(
        QuadrotorRoom.room(device, lanes, teachers),
        QuadrotorRoom.config(updates, rl),
        TaskSampler.uniform(),
        QuadrotorRoom.SEED);
  }

  @Test
  void distillationClosesTheGapToTheTeacher() {
    try (DistillationLoop loop = loop(100, RlTerm.Kind.NONE)) {
      double first = loop.iterate().metrics().get("teacher-gap");
      IterationReport last = loop.iterate();
      while (!loop.finished()) {
        last = loop.iterate();
      }
      assertThat(last.metrics().get("teacher-gap"))
          .as("seed " + QuadrotorRoom.SEED)
          .isLessThan(0.7 * first);
      assertThat(last.iteration()).isEqualTo(10);
      assertThat(last.environmentSteps()).isEqualTo(100L * 32 * 32);
    }
  }

  @Test
  void aResumedLoopContinuesBitForBitAcrossRollInAndPhase() {
    CheckpointWriter saved = new CheckpointWriter();
    try (DistillationLoop straight = loop(60, RlTerm.Kind.PHASE);
        DistillationLoop resumed = loop(60, RlTerm.Kind.PHASE)) {
      straight.iterate();
      straight.save(saved);
      for (int i = 0; i < 4; i++) {
        straight.iterate();
      }
      resumed.restore(saved.toReader());
      for (int i = 0; i < 4; i++) {
        resumed.iterate();
      }
      assertThat(resumed.current().flat()).containsExactly(straight.current().flat());
      assertThat(resumed.best().flat()).containsExactly(straight.best().flat());
      assertThat(resumed.bestResult()).isEqualTo(straight.bestResult());
    }
  }

  @Test
  void aFleetLabelsEachQuadrotorWithItsOwnTeacher() {
    QuadrotorDistribution distribution =
        new QuadrotorDistribution(QuadrotorRoom.MODEL.config(), false);
    var quadrotors =
        IntStream.range(0, 3)
            .mapToObj(i -> distribution.sample("q" + i, new Philox(8, i, 0, 0, 41)))
            .toList();
    var learning = new QuadrotorCells(QuadrotorRoom.MODEL, quadrotors, true);
    var practising = new QuadrotorCells(QuadrotorRoom.MODEL, quadrotors, false);
    Teachers fleet;
    try (TeacherTraining training =
        new TeacherTraining(
            device,
            lanes,
            QuadrotorRoom.MODEL,
            "onboard",
            QuadrotorRoom.teacher(80),
            learning,
            QuadrotorRoom.SEED)) {
      training.iterate();
      double before = java.util.Arrays.stream(training.returns()).sum();
      while (!training.finished()) {
        training.iterate();
      }
      assertThat(java.util.Arrays.stream(training.returns()).sum())
          .as("seed " + QuadrotorRoom.SEED)
          .isGreaterThan(before);
      fleet = training.teachers();
    }
    assertThat(fleet.count()).isEqualTo(3);
    Classroom room =
        new Classroom(
            device,
            lanes,
            QuadrotorRoom.MODEL,
            QuadrotorRoom.room(device, lanes, teachers).group(),
            practising,
            Optional.of(fleet));
    try (DistillationLoop loop =
        new DistillationLoop(
            room,
            QuadrotorRoom.config(100, RlTerm.Kind.NONE),
            TaskSampler.uniform(),
            QuadrotorRoom.SEED)) {
      double first = loop.iterate().metrics().get("teacher-gap");
      double last = first;
      while (!loop.finished()) {
        last = loop.iterate().metrics().get("teacher-gap");
      }
      assertThat(last).as("seed " + QuadrotorRoom.SEED).isLessThan(0.8 * first);
    }
  }

  @Test
  void meaninglessCombinationsAreRefused() {
    DistillConfig plain = QuadrotorRoom.config(20, RlTerm.Kind.NONE);
    Classroom room = QuadrotorRoom.room(device, lanes, teachers);
    assertThatThrownBy(
            () ->
                new DistillationLoop(
                    room.withoutTeachers(), plain, TaskSampler.uniform(), QuadrotorRoom.SEED))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("needs a teacher");
    DistillConfig kl =
        new DistillConfig(
            plain.form(),
            plain.width(),
            plain.window(),
            plain.rollIn(),
            plain.teacherWindows(),
            Divergence.REVERSE_KL,
            plain.rl(),
            plain.rlWeight(),
            plain.rlStart(),
            plain.windowsPerIteration(),
            plain.examEpisodes(),
            plain.rollbackMargin());
    assertThatThrownBy(
            () -> new DistillationLoop(room, kl, TaskSampler.uniform(), QuadrotorRoom.SEED))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("no deviations");
  }
}
