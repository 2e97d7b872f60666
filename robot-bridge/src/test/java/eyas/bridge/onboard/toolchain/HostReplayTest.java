package eyas.bridge.onboard.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import eyas.bridge.onboard.source.EncodedPolicy;
import eyas.bridge.onboard.source.ExportException;
import eyas.bridge.onboard.source.OddPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostReplayTest {
  private static final List<String> SANITIZED =
      List.of("-std=c99", "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");

  /** 100 000 sequences with the first compiler; the second and odd shapes with fewer. */
  @ParameterizedTest
  @MethodSource("eyas.bridge.onboard.toolchain.ShippedPolicies#names")
  void hasTheBitsOfTheBundle(String name) {
    PolicyBundle bundle = ShippedPolicies.load(name);
    CSources sources = CSources.of(bundle);
    for (String compiler : List.of("gcc", "clang")) {
      Tool tool = Needed.tool(compiler);
      HostReplay replay = new HostReplay(tool, HostReplay.OPTIONS);
      int sequences = compiler.equals("gcc") ? 100_000 : 2_000;
      Comparison result = replay.compare(bundle, sources, sequences, 5);
      assertThat(result.largestAction()).as("%s, %s", compiler, result).isZero();
      assertThat(result.equalBits()).as("%s, %s", compiler, result).isTrue();
      assertThat(result.largestCommand()).as("%s, %s", compiler, result).isLessThan(1e-6);
    }
  }

  @Test
  void oddShapesWithAndWithoutVectorsHaveTheBitsOfTheBundle() {
    PolicyBundle bundle = OddPolicy.bundle(3);
    CSources sources = CSources.of(bundle);
    for (List<String> options :
        List.of(
            List.of("-std=c99", "-O2"),
            List.of("-std=c99", "-O3", "-U__SSE__"),
            List.of("-std=gnu11", "-O3", "-march=native", "-ffp-contract=fast"))) {
      HostReplay replay = new HostReplay(Needed.tool("gcc"), options);
      Comparison result = replay.compare(bundle, sources, 500, 20);
      assertThat(result.equalBits()).as("%s, %s", options, result).isTrue();
    }
  }

  @Test
  void encodersHaveTheBitsOfTheBundle() {
    EncodedPolicy.bundles(5)
        .forEach(
            (name, bundle) -> {
              CSources sources = CSources.of(bundle);
              for (List<String> options :
                  List.of(
                      List.of("-std=c99", "-O2"),
                      List.of("-std=c99", "-O3", "-U__SSE__"),
                      SANITIZED)) {
                HostReplay replay = new HostReplay(Needed.sanitizing("gcc", SANITIZED), options);
                Comparison result = replay.compare(bundle, sources, 500, 10);
                assertThat(result.equalBits()).as("%s, %s, %s", name, options, result).isTrue();
              }
            });
  }

  @Test
  void anotherPolicyIsFound() {
    PolicyBundle bundle = ShippedPolicies.load("student");
    HostReplay replay = new HostReplay(Needed.tool("gcc"), HostReplay.OPTIONS);
    Comparison result =
        replay.compare(ShippedPolicies.load("student-rates"), CSources.of(bundle), 10, 5);
    assertThatExceptionOfType(ExportException.class)
        .isThrownBy(() -> result.require("student", "generated C code"))
        .withMessageContaining("nothing was written");
  }
}
