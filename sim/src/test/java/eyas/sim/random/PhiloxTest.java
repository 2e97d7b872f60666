package eyas.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.BufferScope;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.DeviceTest;
import eyas.sim.device.Kernel;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxTest extends DeviceTest {
  private static final int ENVIRONMENTS = 64;

  /** The known answers that come with the authors' Random123 library (kat_vectors). */
  @Test
  void givesTheKnownAnswers() {
    int[] out = new int[4];
    Philox.block(0, 0, 0, 0, 0, 0, out);
    assertThat(out).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    Philox.block(-1, -1, -1, -1, -1, -1, out);
    assertThat(out).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    Philox.block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, out);
    assertThat(out).containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 16})
  void hostAndDeviceDrawTheSameBits(int width) {
    Lanes lanes = Lanes.of(width);
    long seed = 0x9e3779b97f4a7c15L;
    try (BufferScope scope = device.scope("draws")) {
      DeviceBuffer words = scope.allocate("words", 4 * ENVIRONMENTS);
      DeviceBuffer uniform = scope.allocate("uniform", 4 * ENVIRONMENTS);
      DeviceBuffer normal = scope.allocate("normal", 4 * ENVIRONMENTS);
      Kernel kernel =
          scope
              .build(LaneSources.base("draws", lanes).file(PhiloxTest.class, "draws.cl"))
              .kernel("draws");
      kernel.buffers(words, uniform, normal).set(3, (int) seed).set(4, (int) (seed >>> 32));
      for (int draw = 0; draw < 3; draw++) {
        kernel.set(5, 5).set(6, 499).set(7, 200).set(8, draw).run(lanes.groups(ENVIRONMENTS));
        for (int e = 0; e < ENVIRONMENTS; e++) {
          compare(new Philox(seed, e, 5, 499, 200), draw, e, words.ints(), uniform.floats());
          compareNormal(new Philox(seed, e, 5, 499, 200), draw, e, normal.floats());
        }
      }
    }
  }

  private static void compare(Philox host, int draw, int e, int[] words, float[] uniform) {
    skip(host, draw);
    for (int i = 0; i < 4; i++) {
      int word = host.nextInt();
      assertThat(words[i * ENVIRONMENTS + e]).as("environment %d, word %d", e, i).isEqualTo(word);
      assertThat(uniform[i * ENVIRONMENTS + e]).isEqualTo((word >>> 8) * 0x1p-24f);
    }
  }

  // Box and Muller in double precision from the same uniform numbers
  private static void compareNormal(Philox host, int draw, int e, float[] normal) {
    skip(host, draw);
    for (int i = 0; i < 4; i += 2) {
      double radius = Math.sqrt(-2 * Math.log(1 - host.nextFloat()));
      double angle = 2 * Math.PI * host.nextFloat();
      assertThat(normal[i * ENVIRONMENTS + e])
          .isCloseTo((float) (radius * Math.cos(angle)), within(1e-5f));
      assertThat(normal[(i + 1) * ENVIRONMENTS + e])
          .isCloseTo((float) (radius * Math.sin(angle)), within(1e-5f));
    }
  }

  private static void skip(Philox random, int draws) {
    for (int i = 0; i < 4 * draws; i++) {
      random.nextInt();
    }
  }

  @Test
  void everyPartOfTheKeyChangesTheNumbers() {
    int base = new Philox(1, 2, 3, 4, 5).nextInt();
    assertThat(new Philox(1, 2, 3, 4, 5).nextInt()).isEqualTo(base);
    assertThat(
            new int[] {
              new Philox(9, 2, 3, 4, 5).nextInt(),
              new Philox(1L << 32 | 1, 2, 3, 4, 5).nextInt(),
              new Philox(1, 9, 3, 4, 5).nextInt(),
              new Philox(1, 2, 9, 4, 5).nextInt(),
              new Philox(1, 2, 3, 9, 5).nextInt(),
              new Philox(1, 2, 3, 4, 9).nextInt()
            })
        .doesNotHaveDuplicates()
        .doesNotContain(base);
  }

  /** Moments of 200,000 draws; bounds are five standard errors. */
  @Test
  void hostNumbersHaveTheirMoments() {
    Philox random = Philox.host(3, 7);
    int count = 200_000;
    double sum = 0;
    double squares = 0;
    double uniform = 0;
    for (int i = 0; i < count; i++) {
      double z = random.nextGaussian();
      sum += z;
      squares += z * z;
      uniform += random.uniform(-1, 3);
    }
    assertThat(sum / count).isCloseTo(0, within(5 / Math.sqrt(count)));
    assertThat(squares / count).isCloseTo(1, within(5 * Math.sqrt(2.0 / count)));
    assertThat(uniform / count).isCloseTo(1, within(5 * 4 / Math.sqrt(12.0 * count)));
  }
}
