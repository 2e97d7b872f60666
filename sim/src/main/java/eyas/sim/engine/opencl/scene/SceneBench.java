package eyas.sim.engine.opencl.scene;

import eyas.assets.scene.Base;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.engine.scene.CommandRanges;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Arrays;
import java.util.Random;

/**
 * How fast a scene runs on the device alone: control periods of all environments per second. Bodies
 * begin near their start poses, shifted and turned about the vertical at random; commands are drawn
 * anew every ten periods, and everything starts again after a hundred.
 */
public final class SceneBench {
  private static final int HELD = 10;
  private static final int EPISODE = 100;

  private final SceneLayout layout;
  private final int environments;
  private final Lanes lanes;
  private final Random random;
  private final CommandRanges ranges;

  /**
   * What a bench found.
   *
   * @param buildSeconds time to build the kernel, cached or not [s]
   * @param stepsPerSecond control periods of all environments a second, the median of several
   *     repetitions [1/s]
   */
  public record Result(double buildSeconds, double stepsPerSecond) {}

  /**
   * Prepares a bench.
   *
   * @param layout scene and its rows
   * @param ranges commands are drawn from them
   * @param environments number of environments
   * @param lanes lane width of the kernel
   * @param seed of starts and commands
   */
  public SceneBench(
      SceneLayout layout, CommandRanges ranges, int environments, Lanes lanes, long seed) {
    this.layout = layout;
    this.ranges = ranges;
    this.environments = lanes.padded(environments);
    this.lanes = lanes;
    this.random = new Random(seed);
  }

  /**
   * Builds the kernel, runs one episode to warm up, and measures.
   *
   * @param device device, stays open
   * @param repetitions how often it is measured
   * @param seconds least time of one repetition, which runs whole episodes [s]
   */
  public Result run(ComputeDevice device, int repetitions, double seconds) {
    try (BufferScope scope = device.scope("scene bench")) {
      long begin = System.nanoTime();
      Kernel kernel =
          scope
              .build(
                  SceneSource.addTo(LaneSources.base("scene bench", lanes), layout)
                      .file(SceneBench.class, "engine.cl"))
              .kernel("scene_engine_advance");
      DeviceBuffer state = rows(scope, "state", layout.stateRows());
      DeviceBuffer parameters = rows(scope, "parameters", layout.parameterRows());
      DeviceBuffer commands = rows(scope, "commands", Math.max(1, layout.commands()));
      kernel.buffers(state, parameters, commands);
      parameters.write(0, neutral());
      state.write(0, starts());
      kernel.run(lanes.groups(environments));
      device.finish();
      double built = (System.nanoTime() - begin) * 1e-9;
      Timed timed = () -> episode(device, kernel, state, commands);
      timed.run();
      double[] rates = new double[repetitions];
      for (int i = 0; i < repetitions; i++) {
        rates[i] = rate(timed, seconds);
      }
      Arrays.sort(rates);
      return new Result(built, rates[repetitions / 2]);
    }
  }

  /** An episode that says how long it took [s]. */
  private interface Timed {
    double run();
  }

  private double rate(Timed episode, double seconds) {
    double spent = 0;
    long periods = 0;
    while (periods == 0 || spent < seconds) {
      spent += episode.run();
      periods += EPISODE;
    }
    return periods * (double) environments / spent;
  }

  private DeviceBuffer rows(BufferScope scope, String name, int rows) {
    return scope.allocate(name, (long) rows * environments);
  }

  // time on the device [s]
  private double episode(
      ComputeDevice device, Kernel kernel, DeviceBuffer state, DeviceBuffer commands) {
    state.write(0, starts());
    double spent = 0;
    for (int period = 0; period < EPISODE; period += HELD) {
      commands.write(0, draw());
      device.finish();
      long begin = System.nanoTime();
      for (int i = 0; i < HELD; i++) {
        kernel.run(lanes.groups(environments));
      }
      device.finish();
      spent += (System.nanoTime() - begin) * 1e-9;
    }
    return spent;
  }

  private float[] draw() {
    float[] rows = new float[Math.max(1, layout.commands()) * environments];
    for (int i = 0; i < layout.commands() * environments; i++) {
      double low = ranges.lower().get(i / environments);
      double high = ranges.upper().get(i / environments);
      rows[i] = (float) (low + (high - low) * random.nextDouble());
    }
    return rows;
  }

  private float[] neutral() {
    float[] one = new float[layout.parameterRows()];
    layout.neutral(one);
    float[] rows = new float[one.length * environments];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = one[i / environments];
    }
    return rows;
  }

  private float[] starts() {
    float[] rows = new float[layout.stateRows() * environments];
    for (int e = 0; e < environments; e++) {
      for (int r = 0; r < layout.scene().robots().size(); r++) {
        if (layout.scene().robots().get(r).base() == Base.FLOATING) {
          place(rows, e, layout.baseRow(r), layout.scene().robots().get(r).pose());
        }
      }
      for (int b = 0; b < layout.scene().bodies().size(); b++) {
        place(rows, e, layout.bodyRow(b), near(layout.scene().bodies().get(b).start()));
      }
    }
    return rows;
  }

  private Pose near(Pose start) {
    Vec3 shift = new Vec3(0.04 * random.nextDouble() - 0.02, 0.04 * random.nextDouble() - 0.02, 0);
    Quaternion turn = Quaternion.about(new Vec3(0, 0, 1), 2 * Math.PI * random.nextDouble());
    return new Pose(start.position().plus(shift), turn.times(start.orientation()));
  }

  private void place(float[] rows, int e, int row, Pose pose) {
    Vec3 p = pose.position();
    Quaternion q = pose.orientation();
    double[] numbers = {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()};
    for (int i = 0; i < numbers.length; i++) {
      rows[(row + i) * environments + e] = (float) numbers[i];
    }
  }
}
