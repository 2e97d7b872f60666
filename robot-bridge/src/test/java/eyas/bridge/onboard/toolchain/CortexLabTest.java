package eyas.bridge.onboard.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import eyas.bridge.onboard.source.EncodedPolicy;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CortexLabTest {
  private static final Pattern STACK = Pattern.compile("arrays of a step take (\\d+) bytes");

  @ParameterizedTest
  @EnumSource(CortexM.class)
  void emulatedCoresHaveTheBitsOfTheBundle(CortexM core) {
    Needed.tool("arm-none-eabi-gcc");
    Needed.tool("qemu-system-arm");
    CortexLab lab = CortexLab.onThisMachine().orElseThrow();
    for (String name : ShippedPolicies.NAMES) {
      PolicyBundle bundle = ShippedPolicies.load(name);
      Footprint cost = lab.measure(bundle, CSources.of(bundle), core);
      assertThat(cost.comparison().equalBits()).as("%s: %s", name, cost).isTrue();
      assertThat(cost.staticRam()).as("%s: %s", name, cost).isZero();
      assertThat(cost.stack()).as("%s: %s", name, cost).isBetween(64L, 4096L);
      // every weight costs at least one instruction and four bytes
      assertThat(cost.instructions())
          .as("%s: %s", name, cost)
          .isGreaterThan(bundle.contract().network().weightCount());
      assertThat(cost.flash())
          .as("%s: %s", name, cost)
          .isBetween(4L * bundle.contract().network().weightCount(), 64L * 1024);
    }
  }

  @Test
  void encodersHaveTheBitsOfTheBundleAndKeepTheirStackToWhatTheHeaderSays() {
    Needed.tool("arm-none-eabi-gcc");
    Needed.tool("qemu-system-arm");
    CortexLab lab = CortexLab.onThisMachine().orElseThrow();
    EncodedPolicy.bundles(2)
        .forEach(
            (name, bundle) -> {
              CSources sources = CSources.of(bundle);
              Footprint cost = lab.measure(bundle, sources, CortexM.M4F);
              assertThat(cost.comparison().equalBits()).as("%s: %s", name, cost).isTrue();
              assertThat(cost.staticRam()).as("%s: %s", name, cost).isZero();
              Matcher stated = STACK.matcher(sources.files().get(CSources.HEADER));
              assertThat(stated.find()).isTrue();
              // registers and return addresses of five functions come on top
              assertThat(cost.stack())
                  .as("%s: %s", name, cost)
                  .isLessThan(Long.parseLong(stated.group(1)) + 1024);
            });
  }
}
