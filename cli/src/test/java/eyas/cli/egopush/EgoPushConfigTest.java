package eyas.cli.egopush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.config.ConfigException;
import eyas.cli.run.RunOptions;
import eyas.policies.evaluate.push.PushEnd;
import eyas.policies.evaluate.push.PushEpisode;
import eyas.policies.evaluate.push.PushScores;
import eyas.policies.evaluate.push.PushTransferReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EgoPushConfigTest {
  @Test
  void wrongNamesAndFiltersAreRefusedWithASuggestion() {
    assertThatThrownBy(() -> configure("students.student.teacher=techer"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("students.student.teacher", "Did you mean `teacher`?");
    assertThatThrownBy(() -> configure("gate.policies=[studnet]"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Did you mean `student`?");
    assertThatThrownBy(() -> configure("students.student.camera.height=6"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("does not fit into an image");
  }

  @Test
  void teachersBeginWithOneThatIsTrainedBefore() {
    assertThatThrownBy(() -> configure("teachers.teacher.from=frist"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("teachers.teacher.from");
    assertThatThrownBy(() -> configure("teachers.teacher.from=teacher"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("begin with one another");
    RunOptions options =
        new RunOptions("auto", OptionalLong.empty(), "t3", Optional.empty(), List.of());
    EgoPushRunConfig config = EgoPushPipeline.config(options);
    assertThat(config.teachersInOrder()).containsExactly("first", "teacher");
    assertThat(config.teachers().get("first").preset()).isEqualTo("t1");
  }

  private static void configure(String set) {
    new EgoPushPipeline()
        .configure(
            new RunOptions("auto", OptionalLong.empty(), "smoke", Optional.empty(), List.of(set)));
  }

  @Test
  void theGateWantsSuccessAndASmallLoss() {
    assertThat(report(9, 8).passed()).isTrue();
    assertThat(report(10, 7).passed()).as("lost 30 points").isFalse();
    assertThat(report(5, 5).passed()).as("success 50 %").isFalse();
    assertThat(report(10, 7).summary()).contains("failed", "100.0 %", "70.0 %", "11.0 points");
  }

  private static PushTransferReport report(int training, int second) {
    return new PushTransferReport(scores(training), scores(second), 0.6, 0.11, 1);
  }

  private static PushScores scores(int successes) {
    List<PushEpisode> episodes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      PushEnd end = i < successes ? PushEnd.SUCCESS : PushEnd.OUT_OF_TIME;
      episodes.add(new PushEpisode(end, 1, true, 100, 2));
    }
    return new PushScores("student", episodes);
  }
}
