package eyas.bridge.onboard.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostReplayTest {
  @ParameterizedTest
  @MethodSource("eyas.bridge.onboard.toolchain.ShippedPolicies#names")
  void hasTheBitsOfTheBundle(String name) {
    PolicyBundle bundle = ShippedPolicies.load(name);
    CSources sources = CSources.of(bundle);
    for (String compiler : List.of("gcc", "clang")) {
      Tool tool = Needed.tool(compiler);
      HostReplay replay = new HostReplay(tool, HostReplay.OPTIONS);
      Comparison result = replay.compare(bundle, sources, 20_000, 5);
      assertThat(result.largestAction()).as("%s, %s", compiler, result).isZero();
      assertThat(result.equalBits()).as("%s, %s", compiler, result).isTrue();
      assertThat(result.largestCommand()).as("%s, %s", compiler, result).isLessThan(1e-6);
    }
  }
}
