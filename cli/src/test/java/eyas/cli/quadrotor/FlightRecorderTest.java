package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.cli.report.FlightPage;
import eyas.cli.run.Flight;
import eyas.cli.run.SpeedProbe;
import eyas.policies.evaluate.FigureEight;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded flights of the cascade, their page, and the speed of the device. */
class FlightRecorderTest {
  private static final int COUNT = 2;
  private static final long SEED = 4;

  @TempDir private Path folder;
  private QuadrotorLab lab;
  private QuadrotorWorlds worlds;
  private FlightRecorder recorder;

  @BeforeEach
  void open() {
    lab = QuadrotorLab.open("auto");
    worlds = new QuadrotorWorlds(lab.device(), lab.lanes(), "raptor", List.of(), COUNT);
    QuadrotorSet set = QuadrotorSet.heldOut(worlds.model("motors"), COUNT, SEED);
    recorder = new FlightRecorder(worlds, set, SEED);
  }

  @AfterEach
  void close() {
    worlds.close();
    lab.close();
  }

  @Test
  void theTargetFliesTheFigureEight() {
    List<Flight> flights = recorder.figureEight(Contestant.pid(), FigureEight.FAST);
    assertThat(flights).hasSize(COUNT);
    for (Flight flight : flights) {
      assertThat(flight.period()).isCloseTo(0.05, within(1e-12));
      assertThat(flight.positions()).hasSameSizeAs(flight.orientations());
      assertThat(flight.positions()).hasSameSizeAs(flight.reference());
      assertThat(flight.positions().get(0)).containsExactly(0, 0, 0);
      assertThat(flight.orientations().get(0)).containsExactly(1, 0, 0, 0);
    }
    Flight longest =
        flights.get(0).positions().size() > flights.get(1).positions().size()
            ? flights.get(0)
            : flights.get(1);
    assertThat(longest.positions()).as("seed %d", SEED).hasSize(281);
    double widest = longest.reference().stream().mapToDouble(p -> p[1]).max().orElseThrow();
    double deepest = longest.reference().stream().mapToDouble(p -> p[0]).min().orElseThrow();
    assertThat(widest).isCloseTo(1, within(0.01));
    assertThat(deepest).isCloseTo(-0.5, within(0.01));
  }

  @Test
  void hoverBeginsLevelAndRecoveryDoesNot() {
    Flight hover = recorder.hover(Contestant.pid()).get(0);
    assertThat(hover.orientations().get(0)).containsExactly(1, 0, 0, 0);
    Flight recovery = recorder.recovery(Contestant.pid()).get(0);
    assertThat(recovery.orientations().get(0)[0]).as("seed %d", SEED).isLessThan(1);
    assertThat(recorder.recovery(Contestant.pid()).get(0).positions().get(3))
        .as("the same seed gives the same flight")
        .containsExactly(recovery.positions().get(3));
  }

  @Test
  void thePageHoldsTheFlights() throws IOException {
    Path page = folder.resolve("play.html");
    FlightPage.write(page, "a < b", recorder.hover(Contestant.pid()));
    assertThat(Files.readString(page))
        .contains("a &lt; b", "\"scene\":\"hover\"", "<canvas")
        .doesNotContain("/*FLIGHTS*/", "/*SCRIPT*/", "src=\"http");
  }

  @Test
  void theSpeedProbeIsFoundAndCounts() {
    SpeedProbe probe = ServiceLoader.load(SpeedProbe.class).findFirst().orElseThrow();
    SpeedProbe.Speed speed = probe.measure(lab.device().info(), 0.1);
    assertThat(speed.what()).contains("RK4");
    assertThat(speed.perSecond()).isGreaterThan(1000);
  }
}
