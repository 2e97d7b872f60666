package eyas.bridge.onboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.BundleException;
import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CExportTest {
  @TempDir Path folder;

  private static PolicyBundle shipped(String name) {
    return PolicyBundle.load(Path.of("../assets/policies", name));
  }

  @Test
  void writesTheWholeFolderAndReplacesItsOwn() throws IOException {
    Path out = folder.resolve("deep").resolve("c");
    CExport.write(shipped("student"), out, false);
    Files.writeString(out.resolve("stale.txt"), "old");
    CExport.write(shipped("student-rates"), out, false);
    assertThat(out.resolve("stale.txt")).doesNotExist();
    assertThat(out.resolve("policy.h")).content().contains("STUDENT_RATES_COMMAND_YAW_RATE 3u");
    assertThat(out.resolve("interface.json")).content().contains("\"period\" : 0.01");
    assertThat(out.resolve("glue/px4_module.cpp")).content().contains("vehicle_rates_setpoint");
    assertThat(out.resolve("glue/crazyflie_controller.c")).doesNotExist();
    assertThat(out.resolve("report.md")).content().containsPattern("same bits|Not compiled here");
    try (var left = Files.list(out.getParent())) {
      assertThat(left).containsExactly(out);
    }
  }

  @Test
  void refusesAnUnsealedBundleAndWritesNothing() {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> CExport.write(shipped("teacher"), folder.resolve("c"), false))
        .withMessageContaining("not sealed");
    assertThat(folder.resolve("c")).doesNotExist();
  }

  @Test
  void keepsAFolderThatIsNotItsOwn() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatExceptionOfType(ExportException.class)
        .isThrownBy(() -> CExport.write(shipped("student"), folder, false))
        .withMessageContaining("--out");
    assertThat(folder.resolve("thesis.txt")).content().isEqualTo("mine");
  }
}
