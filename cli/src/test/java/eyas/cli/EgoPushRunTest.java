package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.CameraContract;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.RunFolder;
import eyas.sim.task.egopush.EgoPushImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain with policies that have learned next to nothing. */
class EgoPushRunTest {
  @TempDir private Path runs;

  @Test
  void aRunDistilsJudgesTransfersAndSeals() throws IOException {
    Invocation run =
        eyas("run", "egopush", "--profile", "smoke", "--seed", "4", "--runs", runs.toString());
    assertThat(run.code()).as(run.err()).isZero();
    RunFolder folder = onlyRun();
    for (String name : List.of("student", "student-gru")) {
      PolicyBundle sealed = PolicyBundle.load(folder.export(name)).verify();
      assertThat(sealed.isSealed()).isTrue();
      assertThat(sealed.seal().orElseThrow().forced()).as("a weak gate").isTrue();
      assertThat(sealed.contract().results()).containsKey("t1");
      assertThat(sealed.contract().provenance()).containsEntry("algorithm", "distill-vision");
      CameraContract camera = sealed.contract().observation().camera().orElseThrow();
      assertThat(camera.pictures()).isEqualTo(EgoPushImages.LAYERS);
      assertThat(camera.fieldOfView()).isCloseTo(1.2043, Offset.offset(1e-9));
      assertThat(camera.pose().position().z()).isEqualTo(0.206);
    }
    assertThat(kinds(folder, "student")).doesNotContain(LayerKind.GRU);
    assertThat(kinds(folder, "student-gru")).contains(LayerKind.GRU);
    assertThat(Files.readString(folder.reportPage())).contains("data:image/png;base64,");

    // a bundle says which camera it needs
    Invocation other =
        eyas("evaluate", "egopush", "--policy", policy(folder), "--set", "view.pitch=0.3");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("trained for the camera");

    // a usual gate is asked for where a bundle leaves without its run
    String out = runs.resolve("sealed").toString();
    Invocation export = eyas("export", "egopush", "--policy", policy(folder), "--out", out);
    assertThat(export.code()).as(export.err()).isEqualTo(5);
    assertThat(PolicyBundle.load(folder.policy("student")).isSealed()).isFalse();

    // the distillation goes on from its checkpoint
    byte[] weights = weights(folder);
    Files.delete(folder.stageFile("student"));
    try (Stream<Path> all = Files.list(folder.checkpoints("student"))) {
      List<Path> files = all.filter(f -> !f.endsWith("latest")).sorted().toList();
      Files.delete(files.get(files.size() - 1));
      Path before = files.get(files.size() - 2).getFileName();
      Files.writeString(folder.checkpoints("student").resolve("latest"), before + "\n");
    }
    Invocation resumed = eyas("distill", "egopush", "--resume", "--runs", runs.toString());
    assertThat(resumed.code()).as(resumed.err()).isZero();
    // the replay fills anew, so the weights are others, but they are there
    assertThat(weights(folder)).hasSameSizeAs(weights);
  }

  private static Invocation eyas(String... words) {
    return Invocation.of(words);
  }

  private static String policy(RunFolder folder) {
    return folder.policy("student").toString();
  }

  private RunFolder onlyRun() throws IOException {
    try (Stream<Path> all = Files.list(runs.resolve("egopush"))) {
      return new RunFolder(all.filter(Files::isDirectory).findFirst().orElseThrow());
    }
  }

  private static byte[] weights(RunFolder folder) throws IOException {
    return Files.readAllBytes(folder.policy("student").resolve("weights.safetensors"));
  }

  private static List<LayerKind> kinds(RunFolder folder, String name) {
    return PolicyBundle.load(folder.policy(name)).contract().network().layers().stream()
        .map(layer -> layer.kind())
        .toList();
  }
}
