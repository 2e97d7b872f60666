package eyas.cli.command;

import eyas.cli.run.Console;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.DepthNoise;
import eyas.sim.sensor.bench.CameraBatch;
import eyas.sim.sensor.bench.CrossScene;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code eyas bench camera}: pictures a second of the robot's camera in a scene of robot, five
 * boxes, floor and wall. One picture with its three role layers counts as one image.
 */
@Command(name = "camera", description = "depth images a second, each with three role layers")
public final class BenchCameraCommand extends EyasCommand {
  private static final int REPETITIONS = 5;
  private static final int WARM_UP = 5;

  @Option(
      names = "--environments",
      paramLabel = "N",
      defaultValue = "1024",
      description = "environments side by side (default: 1024)")
  private int environments = 1024;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "2",
      description = "how long each number is measured [s] (default: 2)")
  private double seconds = 2;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "60",
      description = "pixels of a row; there are three rows to four pixels (default: 60)")
  private int width = 60;

  /** Creates the command for picocli. */
  public BenchCameraCommand() {}

  @Override
  protected int run(Console console) {
    try (ComputeDevice device = ComputeDevice.open(common().runOptions().device())) {
      Camera plain = CrossScene.camera(width, width * 3 / 4);
      Camera noisy = plain.with(DepthNoise.D435I);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("device", device.info().name());
      values.put("environments", environments);
      values.put("lanes", device.nativeLanes().width());
      values.put("width", plain.lens().width());
      values.put("height", plain.lens().height());
      values.put("layers", CameraBatch.LAYERS);
      values.put("imagesPerSecond", rate(device, plain, device.nativeLanes()));
      values.put("noisyImagesPerSecond", rate(device, noisy, device.nativeLanes()));
      values.put("scalarImagesPerSecond", rate(device, plain, Lanes.of(1)));
      console.result(values);
    }
    return DONE;
  }

  private double rate(ComputeDevice device, Camera camera, Lanes lanes) {
    try (CameraBatch batch = new CameraBatch(device, camera, environments, lanes)) {
      double once = time(batch, WARM_UP) / WARM_UP;
      int takes = Math.max(1, (int) (seconds / REPETITIONS / once));
      double[] rates = new double[REPETITIONS];
      for (int i = 0; i < REPETITIONS; i++) {
        rates[i] = (double) environments * takes / time(batch, takes);
      }
      Arrays.sort(rates);
      return rates[REPETITIONS / 2];
    }
  }

  // the first picture, which compiles the kernels, is not counted
  private static double time(CameraBatch batch, int takes) {
    batch.take();
    batch.finish();
    long start = System.nanoTime();
    for (int i = 0; i < takes; i++) {
      batch.take();
    }
    batch.finish();
    return (System.nanoTime() - start) * 1e-9;
  }
}
