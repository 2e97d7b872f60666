package eyas.sim.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineContract;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenClEngineTest extends EngineContract {
  private static ComputeDevice device;

  @BeforeAll
  static void openDevice() {
    device = ComputeDevice.open("auto");
  }

  /** Fails if an engine of any test left a buffer behind. */
  @AfterAll
  static void closeDevice() {
    device.close();
  }

  @Override
  protected Engine open(QuadrotorLayout layout, int environments) {
    return new OpenClEngine(device, layout, environments, Lanes.of(4));
  }

  /** A hundred sums in single precision: positions of 5 m have steps of 5e-7 m. */
  @Override
  protected double fallTolerance() {
    return 3e-4;
  }

  @Test
  void everyLaneWidthGivesTheSameBits() {
    QuadrotorLayout layout = new QuadrotorLayout(true, true, true, true, true, true);
    float[] expected;
    try (Engine one = new OpenClEngine(device, layout, 7, Lanes.of(1))) {
      expected = randomFlight(one, layout, 11, 100).snapshot();
    }
    for (int width : new int[] {4, 8, 16}) {
      try (Engine engine = new OpenClEngine(device, layout, 7, Lanes.of(width))) {
        assertThat(randomFlight(engine, layout, 11, 100).snapshot())
            .as("seed 11, %d lanes", width)
            .isEqualTo(expected);
      }
    }
  }
}
