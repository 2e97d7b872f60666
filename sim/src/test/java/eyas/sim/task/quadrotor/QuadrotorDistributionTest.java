package eyas.sim.task.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.QuadrotorCsv;
import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.random.Philox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The quadrotors that are drawn against those that RAPTOR was trained on. */
class QuadrotorDistributionTest {
  private static final int COUNT = 4000;
  private static final long SEED = 12;
  private static final Map<String, ToDoubleFunction<QuadrotorParameters>> QUANTITIES =
      Map.ofEntries(
          Map.entry("mass", QuadrotorParameters::mass),
          Map.entry("thrust to weight", QuadrotorParameters::thrustToWeight),
          Map.entry("torque to inertia", QuadrotorParameters::torqueToInertia),
          Map.entry("arm", QuadrotorParameters::arm),
          Map.entry("size over arm", QuadrotorDistributionTest::sizeOverArm),
          Map.entry("torque constant", QuadrotorParameters::torqueConstant),
          Map.entry("motor rise", QuadrotorParameters::motorRise),
          Map.entry("motor fall", QuadrotorParameters::motorFall),
          Map.entry("force over mass", q -> q.forceDeviation() / q.mass()),
          Map.entry("yaw authority", QuadrotorParameters::yawAuthority),
          Map.entry("start", QuadrotorParameters::initPosition),
          Map.entry("end", QuadrotorParameters::termPosition));

  private static double distance(QuadrotorParameters q) {
    return Math.sqrt(2) * q.arm();
  }

  private static double sizeOverArm(QuadrotorParameters q) {
    return Math.cbrt(q.mass()) / distance(q);
  }

  private static List<QuadrotorParameters> draw(boolean training, String preset) {
    QuadrotorConfig config = new QuadrotorTask().config(preset, List.of());
    QuadrotorDistribution distribution = new QuadrotorDistribution(config, training);
    return IntStream.range(0, COUNT)
        .mapToObj(i -> distribution.sample("q" + i, new Philox(SEED, i, 0, 0, 1)))
        .toList();
  }

  private static double[] sorted(
      List<QuadrotorParameters> quadrotors, ToDoubleFunction<QuadrotorParameters> quantity) {
    return quadrotors.stream().mapToDouble(quantity).sorted().toArray();
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  /** Figures measured on the 1000 published quadrotors: least, median and greatest. */
  @Test
  void hasThePublishedRangesAndMedians() {
    List<QuadrotorParameters> drawn = draw(false, "raptor");
    assertRange(sorted(drawn, QuadrotorParameters::mass), 0.02, 1.006, 5.0, 0.1);
    assertRange(sorted(drawn, QuadrotorParameters::thrustToWeight), 1.5, 3.32, 5.0, 0.1);
    assertRange(sorted(drawn, QuadrotorParameters::torqueToInertia), 40, 625, 1200, 30);
    assertRange(sorted(drawn, QuadrotorParameters::torqueConstant), 0.005, 0.0275, 0.05, 0.001);
    assertRange(sorted(drawn, QuadrotorParameters::motorRise), 0.03, 0.065, 0.1, 0.002);
    assertRange(sorted(drawn, QuadrotorParameters::motorFall), 0.03, 0.165, 0.3, 0.007);
    assertThat(median(sorted(drawn, QuadrotorDistributionTest::distance)))
        .isCloseTo(0.115, within(0.005));
    assertThat(median(sorted(drawn, QuadrotorParameters::initPosition)))
        .isCloseTo(1.15, within(0.05));
    assertThat(median(sorted(drawn, QuadrotorParameters::termPosition)))
        .isCloseTo(2.3, within(0.1));
    assertThat(median(sorted(drawn, QuadrotorParameters::forceDeviation)))
        .isCloseTo(0.208, within(0.03));
    double[] ratio = sorted(drawn, QuadrotorDistributionTest::sizeOverArm);
    double mean = Arrays.stream(ratio).average().orElseThrow();
    double square = Arrays.stream(ratio).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(8.70, within(0.06));
    assertThat(Math.sqrt(square)).isCloseTo(0.78, within(0.05));
  }

  private static void assertRange(
      double[] sorted, double low, double median, double high, double tolerance) {
    assertThat(sorted[0]).isBetween(low * 0.9999, low + 0.01 * (high - low));
    assertThat(sorted[sorted.length - 1]).isBetween(high - 0.01 * (high - low), high * 1.0001);
    assertThat(median(sorted)).isCloseTo(median, within(tolerance));
  }

  @Test
  void keepsTheProportionsOfTheCrazyflie() {
    for (QuadrotorParameters q : draw(false, "raptor").subList(0, 100)) {
      assertThat(q.jyy() / q.jxx()).isCloseTo(1.024, within(1e-9));
      assertThat(q.jzz() / q.jxx()).isCloseTo(1.854, within(1e-9));
      assertThat(q.thrustQuadratic() / q.thrustConstant()).isCloseTo(0.8375 / 0.032, within(1e-9));
      assertThat(q.inverseJxx() * q.jxx()).isCloseTo(1, within(1e-9));
    }
  }

  /** The default preset draws a quarter of its training quadrotors from the sluggish corner. */
  @Test
  void trainingDrawsTheSluggishCornerMoreOften() {
    double plain = slow(draw(false, "default"));
    double training = slow(draw(true, "default"));
    assertThat(plain).isCloseTo(120 / 1160.0, within(5 * 0.31 / Math.sqrt(COUNT)));
    assertThat(training).isCloseTo(0.25 + 0.75 * 120 / 1160.0, within(5 * 0.47 / Math.sqrt(COUNT)));
  }

  private static double slow(List<QuadrotorParameters> drawn) {
    return drawn.stream().filter(q -> q.torqueToInertia() < 160).count() / (double) COUNT;
  }

  /**
   * Two-sample Kolmogorov–Smirnov test of every quantity at 0.01 %: a bound that 12 quantities of
   * one seed pass by chance 999 times in 1000.
   */
  @Test
  void looksLikeThePublishedThousand() {
    String root =
        Optional.ofNullable(System.getenv("EYAS_REFERENCE_DATA")).orElse("../../shared/data");
    Path file = Path.of(root).resolve("raptor/dynamics_1000.csv");
    Assumptions.assumeTrue(
        Files.exists(file), "skipped: no " + file + "; set EYAS_REFERENCE_DATA to the data folder");
    List<QuadrotorParameters> published = QuadrotorCsv.read(file);
    List<QuadrotorParameters> drawn = draw(false, "raptor");
    double bound = 2.23 * Math.sqrt(1.0 / published.size() + 1.0 / COUNT);
    QUANTITIES.forEach(
        (name, quantity) ->
            assertThat(distance(sorted(published, quantity), sorted(drawn, quantity)))
                .as(name)
                .isLessThan(bound));
  }

  // largest distance of two empirical distributions
  private static double distance(double[] a, double[] b) {
    double largest = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      while (j < b.length && b[j] <= a[i]) {
        j++;
      }
      largest = Math.max(largest, Math.abs((i + 0.5) / a.length - j / (double) b.length));
    }
    return largest;
  }
}
