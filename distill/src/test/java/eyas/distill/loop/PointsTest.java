package eyas.distill.loop;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.distill.curriculum.CellAssignment;
import eyas.distill.curriculum.TaskCells;
import eyas.distill.curriculum.TaskSampler;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.sim.random.Philox;
import org.junit.jupiter.api.Test;

class PointsTest {
  private static final TaskCells TEN =
      new TaskCells() {
        @Override
        public int count() {
          return 10;
        }

        @Override
        public void draw(int cell, Philox random, float[] out) {
          out[0] = cell;
        }
      };

  @Test
  void rollInsSayWhoFlies() {
    assertThat(RollIn.teacherThenStudent(3).teacherFlies(2)).isTrue();
    assertThat(RollIn.teacherThenStudent(3).teacherFlies(3)).isFalse();
    assertThat(RollIn.Kind.STUDENT.with(5).teacherFlies(0)).isFalse();
    assertThat(RollIn.Kind.TEACHER.with(0).teacherFlies(1000)).isTrue();
  }

  @Test
  void termsWeighTeacherAndWorld() {
    assertThat(RlTerm.none().worldWeight(0.5)).isZero();
    assertThat(RlTerm.analytic(0.3).worldWeight(0)).isEqualTo(0.3);
    assertThat(RlTerm.analytic(0.3).teacherWeight(1)).isEqualTo(1);
    assertThat(RlTerm.phase(0.4).teacherWeight(0.39)).isEqualTo(1);
    assertThat(RlTerm.phase(0.4).teacherWeight(0.4)).isZero();
    assertThat(RlTerm.phase(0.4).worldWeight(0.4)).isEqualTo(1);
    assertThat(RlTerm.anneal().worldWeight(0.25)).isEqualTo(0.25);
    assertThat(RlTerm.anneal().teacherWeight(0.25)).isEqualTo(0.75);
    assertThat(RlTerm.only().usesTeacher()).isFalse();
  }

  @Test
  void allEnvironmentsOfAWorkItemShareACellAndMoveTogether() {
    CellAssignment cells = new CellAssignment(TEN, TaskSampler.uniform(), 3, 4, 100, 5);
    int moves = 0;
    for (int window = 0; window < 20; window++) {
      moves += cells.advance(50).cardinality();
      float[] one = new float[1];
      for (int e = 0; e < 12; e++) {
        cells.draw(0, e, Philox.host(1, 1), one);
        assertThat(one[0]).isEqualTo(cells.cellOf()[e / 4]);
      }
    }
    // three work-items, ten times the length of an episode
    assertThat(moves).isBetween(24, 30);
  }

  @Test
  void cellsContinueFromACheckpoint() {
    CellAssignment straight = new CellAssignment(TEN, TaskSampler.uniform(), 6, 4, 100, 5);
    CellAssignment resumed = new CellAssignment(TEN, TaskSampler.uniform(), 6, 4, 100, 5);
    straight.advance(130);
    CheckpointWriter saved = new CheckpointWriter();
    straight.save(saved);
    resumed.restore(saved.toReader());
    for (int i = 0; i < 10; i++) {
      straight.advance(130);
      resumed.advance(130);
    }
    assertThat(resumed.cellOf()).containsExactly(straight.cellOf());
  }

  @Test
  void theUniformSamplerReachesEveryCellAlike() {
    int[] counts = new int[10];
    Philox random = Philox.host(9, 1);
    for (int i = 0; i < 10_000; i++) {
      counts[TaskSampler.uniform().next(10, random)]++;
    }
    assertThat(java.util.Arrays.stream(counts).boxed().toList())
        .allMatch(count -> count > 850 && count < 1150);
  }
}
