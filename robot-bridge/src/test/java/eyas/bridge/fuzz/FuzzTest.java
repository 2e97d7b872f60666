package eyas.bridge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More cases with {@code -Deyas.fuzz=1000000}, other damage with {@code -Deyas.fuzz.seed=2}. */
class FuzzTest {
  private static final long CASES = Long.getLong("eyas.fuzz", 15_000);
  private static final long SEED = Long.getLong("eyas.fuzz.seed", 1);
  private static final long MEMORY = 16 << 20;

  static List<String> kinds() {
    return ReaderFuzz.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void damagedInputIsReadOrRefusedWithAReason(String kind) {
    FuzzResult result = ReaderFuzz.run(kind, CASES, SEED);
    System.out.printf("seed %d: %s %s%n", SEED, kind, result.values());
    assertThat(result.accepted() + result.refused()).as("seed %d", SEED).isEqualTo(CASES);
    assertThat(result.refused()).as("seed %d", SEED).isGreaterThan(CASES / 4);
    assertThat(result.reasons()).hasSizeGreaterThan(1);
    assertThat(result.memoryGrowth()).as("seed %d", SEED).isLessThan(MEMORY);
  }

  @Test
  void aNodeOutlivesHostilePeersAndGoesOnWithItsWork() throws IOException, InterruptedException {
    Map<String, Object> values = new SocketFuzz(SEED).run((int) Math.min(5_000, CASES / 15));
    System.out.printf("seed %d: sockets %s%n", SEED, values);
    assertThat(values).containsEntry("heldConnectionsClosed", 80);
    assertThat((Long) values.get("beatsMeanwhile")).isPositive();
    assertThat((Long) values.get("hostileMessagesRejected")).isPositive();
    assertThat(values.get("stillAnswers").toString()).contains("[1, ");
  }

  @Test
  void anErrorOfAReaderIsReportedWithSeedAndInput() {
    FuzzTarget broken =
        new FuzzTarget() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public byte[] damaged(SplittableRandom random) {
            return new byte[] {1, 2};
          }

          @Override
          public void read(byte[] input, SplittableRandom random) {
            throw new IllegalStateException("index 5 out of bounds");
          }

          @Override
          public Class<? extends Exception> refusal() {
            return IOException.class;
          }
        };
    assertThatThrownBy(() -> new Fuzzer(3).run(broken, 1))
        .isInstanceOf(FuzzException.class)
        .hasMessageContaining("seed 3, case 0")
        .hasMessageContaining("index 5")
        .hasMessageContaining("0102");
  }
}
