package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies leave as C and ONNX only through the gate. */
class OnboardCommandTest {
  @TempDir Path folder;
  private String home = "";

  @BeforeEach
  void shippedPolicies() {
    home = System.getProperty("eyas.home", "");
    System.setProperty("eyas.home", "..");
  }

  @AfterEach
  void restore() {
    if (home.isEmpty()) {
      System.clearProperty("eyas.home");
    } else {
      System.setProperty("eyas.home", home);
    }
  }

  private Invocation export(String form, String policy, String... more) {
    String[] arguments = {
      "export", form, "--policy", "../assets/policies/" + policy, "--out", folder + "/out", "--json"
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Invocation.of(all);
  }

  @Test
  void aSealedPolicyLeaves() {
    Invocation c = export("c", "student", "--no-report");
    assertThat(c.code()).as(c.err()).isZero();
    assertThat(c.json()).containsKey("student");
    assertThat(folder.resolve("out/policy.h")).content().contains("sha256:");
    Invocation onnx = export("onnx", "student");
    assertThat(onnx.code()).as(onnx.err()).isZero();
    assertThat(folder.resolve("out/policy.onnx")).isNotEmptyFile();
  }

  @Test
  void allShippedPoliciesThatMayLeaveDo() {
    Invocation call = Invocation.of("export", "onnx", "quadrotor", "--out", folder.toString());
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(folder.resolve("student/policy.onnx")).exists();
    assertThat(folder.resolve("student-rates/policy.onnx")).exists();
    assertThat(folder.resolve("teacher")).doesNotExist();
  }

  @Test
  void anUnsealedPolicyDoesNot() {
    for (String form : new String[] {"c", "onnx"}) {
      Invocation call = export(form, "teacher");
      assertThat(call.code()).isEqualTo(5);
      assertThat(call.err()).contains("not sealed").contains("./eyas transfer");
    }
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  @Test
  void aForcedSealNeedsForce() {
    assertThat(export("onnx", "student-raptor").code()).isEqualTo(5);
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
    assertThat(export("onnx", "student-raptor", "--force").code()).isZero();
  }

  @Test
  void theFolderMustBeNamed() {
    Invocation call = Invocation.of("export", "c");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("--out");
  }
}
