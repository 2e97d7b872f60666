package eyas.assets.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.Damage;
import eyas.assets.policy.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuadrotorCsvTest {
  private static final String HEADER =
      "id,mass,c0,c1,c2,arm_x,ctau,T_rise,T_fall,Jxx,Jyy,Jzz,Jinv_xx,Jinv_yy,Jinv_zz,force_std,"
          + "init_max_position,term_position\n";
  private static final String ROW =
      "7,0.751992,0.196937,0.802949,5.152416,0.080267,0.025574,0.095739,0.240165,0.00228,0.002335,"
          + "0.004227,438.600027,428.253826,236.553048,0.252383,1.135153,2.270306\n";

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("quads.csv"), text);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private void refused(String text, String... words) {
    Path file = file(text);
    var thrown =
        assertThatExceptionOfType(IllegalRobotException.class)
            .as(text)
            .isThrownBy(() -> QuadrotorCsv.read(file))
            .withMessageContaining("quads.csv");
    for (String word : words) {
      thrown.withMessageContaining(word);
    }
  }

  @Test
  void readsEveryColumn() {
    QuadrotorParameters q = QuadrotorCsv.read(file(HEADER + ROW)).get(0);
    assertThat(q)
        .isEqualTo(
            new QuadrotorParameters(
                "7",
                0.751992,
                0.196937,
                0.802949,
                5.152416,
                0.080267,
                0.025574,
                0.095739,
                0.240165,
                0.00228,
                0.002335,
                0.004227,
                438.600027,
                428.253826,
                236.553048,
                0.252383,
                1.135153,
                2.270306,
                0,
                0));
  }

  @Test
  void writesWhatItReads() {
    Path file = folder.resolve("named.csv");
    QuadrotorCsv.write(file, NamedQuadrotors.all());
    assertThat(QuadrotorCsv.read(file)).isEqualTo(NamedQuadrotors.all());
    List<QuadrotorParameters> plain = QuadrotorCsv.read(file(HEADER + ROW));
    QuadrotorCsv.write(file, plain);
    assertThat(file).content().startsWith(HEADER);
    assertThat(QuadrotorCsv.read(file)).isEqualTo(plain);
  }

  @Test
  void errorsNameLineAndColumn() {
    refused(HEADER + ROW + ROW.replace("0.802949", "abc"), ":3:c1", "`abc`");
    refused(HEADER + ROW.replace("0.802949", ""), ":2:c1");
    refused(HEADER + ROW.replace("0.802949", "NaN"), ":2:c1");
    refused(HEADER + ROW.replace("7,0.75", "7,-0.75"), ":2", "mass");
    refused(HEADER + ROW.replace(",2.270306", ""), ":2", "17 values", "18 columns");
    refused(HEADER, "no quadrotor");
    refused(ROW, ":1", "columns");
    refused("", ":1");
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(() -> QuadrotorCsv.read(folder.resolve("missing.csv")))
        .withMessageContaining("missing.csv");
  }

  @Test
  void randomDamageGivesOnlyTheDocumentedException() throws IOException {
    byte[] whole = (HEADER + ROW + ROW + ROW).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("damaged.csv");
    Random random = new Random(9);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      Files.write(file, Damage.of(whole, random));
      try {
        QuadrotorCsv.read(file);
      } catch (IllegalRobotException expected) {
        refused++;
        assertThat(expected.getMessage()).as("seed 9, case %d", i).contains("damaged.csv");
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void thePublishedTrainingSetHasItsPublishedSpread() {
    List<QuadrotorParameters> all =
        QuadrotorCsv.read(ReferenceData.file("raptor/dynamics_1000.csv"));
    assertThat(all).hasSize(1000);
    double[] thrustToWeight =
        all.stream().mapToDouble(QuadrotorParameters::thrustToWeight).sorted().toArray();
    double[] torqueToInertia =
        all.stream().mapToDouble(QuadrotorParameters::torqueToInertia).sorted().toArray();
    assertThat(thrustToWeight[0]).isCloseTo(1.505, within(0.001));
    assertThat(thrustToWeight[999]).isCloseTo(5.0, within(0.005));
    assertThat(torqueToInertia[0]).isCloseTo(40.9, within(0.1));
    assertThat(torqueToInertia[500]).isCloseTo(625, within(3.0));
  }
}
