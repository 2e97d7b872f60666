package eyas.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.cli.run.UsageException;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Course COURSE = new Course(2, -1, 1.5, 5, 2, 10);

  @Test
  void partsFollowEachOther() {
    assertThat(COURSE.part(0)).isEqualTo(Course.Part.SETTLE);
    assertThat(COURSE.part(3)).isEqualTo(Course.Part.HOVER);
    assertThat(COURSE.part(8)).isEqualTo(Course.Part.RAMP);
    assertThat(COURSE.part(9)).isEqualTo(Course.Part.EIGHT);
    assertThat(COURSE.part(28.9)).isEqualTo(Course.Part.EIGHT);
    assertThat(COURSE.part(29)).isEqualTo(Course.Part.END);
    assertThat(COURSE.part(COURSE.duration())).isEqualTo(Course.Part.OVER);
    assertThat(COURSE.duration()).isEqualTo(32);
  }

  @Test
  void velocityIsTheDerivativeOfThePosition() {
    double step = 1e-5;
    for (double time = 0.05; time < COURSE.duration(); time += 0.1) {
      Reference reference = COURSE.at(time);
      for (int axis = 0; axis < 3; axis++) {
        double difference =
            COURSE.at(time + step).position()[axis] - COURSE.at(time - step).position()[axis];
        assertThat(reference.velocity()[axis])
            .as("axis %d at %.2f s", axis, time)
            .isCloseTo(difference / (2 * step), within(1e-4));
      }
    }
  }

  @Test
  void beginsAndEndsAtRest() {
    assertThat(COURSE.at(0).position()).containsExactly(2, -1, 1.5);
    assertThat(COURSE.at(8).position()).containsExactly(2, -1, 1.5);
    assertThat(COURSE.at(31).velocity()).containsExactly(new double[3], within(1e-12));
  }

  @Test
  void fliesTheEightOfTheTrainingWorldAfterTheRamp() {
    // there: phase = speed (0.5 ramp² + time after the ramp)
    double phase = 2 * Math.PI / 10 * (0.5 + 3.7);
    Reference reference = COURSE.at(9 + 3.7);
    assertThat(reference.position()[0]).isCloseTo(2 + 0.5 * Math.sin(2 * phase), within(1e-12));
    assertThat(reference.position()[1]).isCloseTo(-1 + Math.sin(phase), within(1e-12));
  }

  @Test
  void hoversOnlyWithoutLoops() {
    Course hover = new Course(0, 0, 1, 4, 0, 10);
    assertThat(hover.part(6.9)).isEqualTo(Course.Part.HOVER);
    assertThat(hover.part(7)).isEqualTo(Course.Part.END);
    assertThat(hover.duration()).isEqualTo(9);
    assertThat(hover.at(8).position()).containsExactly(0, 0, 1);
  }

  @Test
  void refusesWhatCannotBeFlown() {
    assertThatThrownBy(() -> new Course(0, 0, 1, 5, 1, Double.NaN))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a loop takes 2 s or more");
  }
}
