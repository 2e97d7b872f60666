package eyas.cli.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.PolicyBundle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the export stage of a run leaves beside a sealed bundle. */
class OnboardFilesTest {
  @TempDir Path folder;

  @Test
  void codeAndModelLieBesideTheBundleAndMayBeMadeAgain() {
    Path out = folder.resolve("export/student");
    PolicyBundle bundle = LeavingBundle.read(Path.of("../assets/policies/student"), false);
    for (int time = 0; time < 2; time++) {
      bundle.save(out);
      assertThat(OnboardFiles.beside(bundle, out)).containsKeys("c", "onnx");
    }
    assertThat(out.resolve("c/policy.h")).exists();
    assertThat(out.resolve("policy.onnx")).exists();
    assertThat(PolicyBundle.load(out).verify().isSealed()).isTrue();
  }
}
