package eyas.sim.sensor.picture;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.CameraOutputs;
import eyas.sim.sensor.CameraView;
import eyas.sim.sensor.Channel;
import eyas.sim.sensor.Lens;
import java.util.Arrays;

/**
 * Shows single environments to people: each pixel is the mean of four, so that edges are smooth.
 * Rows may come from a world on the device or from any engine on the host.
 */
public final class ScenePictures implements AutoCloseable {
  private static final int SAMPLES = 2;
  private static final int COUNTERS = 2;

  private final SceneLayout layout;
  private final Lens lens;
  private final int padded;
  private final BufferScope scope;
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer counters;
  private final CameraView view;
  private final float[] fine;

  /**
   * Opens a camera for people.
   *
   * @param device device, stays open
   * @param layout rows of the scene
   * @param appearance colours and surroundings
   * @param camera where it stands, and the size of the pictures; noise, rate and latency are left
   *     out
   */
  public ScenePictures(
      ComputeDevice device, SceneLayout layout, Appearance appearance, Camera camera) {
    this.layout = layout;
    this.lens = camera.lens();
    Lanes lanes = device.nativeLanes();
    padded = lanes.padded(1);
    Camera ideal =
        Camera.ideal(
            camera.name(),
            camera.mount(),
            camera.pose(),
            lens.pixels(SAMPLES * lens.width(), SAMPLES * lens.height()));
    view =
        new CameraView(device, layout, appearance, ideal, CameraOutputs.of(Channel.RGB), 1, lanes);
    scope = device.scope("pictures");
    state = scope.allocate("state", Math.max(1L, layout.stateRows()) * padded);
    parameters = scope.allocate("parameters", (long) layout.parameterRows() * padded);
    counters = scope.allocate("counters", (long) COUNTERS * padded);
    fine = new float[3 * SAMPLES * SAMPLES * lens.width() * lens.height()];
  }

  /** Returns the picture of a state with neutral parameters. */
  public Picture of(float[] stateOfOne) {
    float[] neutral = new float[layout.parameterRows()];
    layout.neutral(neutral);
    return of(stateOfOne, neutral);
  }

  /**
   * Returns the picture of one environment.
   *
   * @param stateOfOne its state, one value a row; a task's values may follow those of the scene
   * @param parametersOfOne its parameters, likewise
   */
  public Picture of(float[] stateOfOne, float[] parametersOfOne) {
    fill(state, stateOfOne, layout.stateRows());
    fill(parameters, parametersOfOne, layout.parameterRows());
    view.take(state, parameters, counters, 0);
    view.pictures(Channel.RGB).read(0, fine);
    return new Picture(lens.width(), lens.height(), means());
  }

  /**
   * Returns the picture of one environment of a batch on the device.
   *
   * @param states rows of the batch
   * @param allParameters rows of the batch
   * @param rowLength length of its rows, environments with padding
   * @param environment index of the environment
   */
  public Picture of(
      DeviceBuffer states, DeviceBuffer allParameters, int rowLength, int environment) {
    return of(
        column(states, layout.stateRows(), rowLength, environment),
        column(allParameters, layout.parameterRows(), rowLength, environment));
  }

  private static float[] column(DeviceBuffer rows, int count, int rowLength, int environment) {
    float[] column = new float[count];
    float[] one = new float[1];
    for (int i = 0; i < count; i++) {
      rows.read((long) i * rowLength + environment, one);
      column[i] = one[0];
    }
    return column;
  }

  private void fill(DeviceBuffer rows, float[] values, int count) {
    float[] flat = new float[count * padded];
    for (int i = 0; i < count; i++) {
      Arrays.fill(flat, i * padded, (i + 1) * padded, values[i]);
    }
    rows.write(0, flat);
  }

  private byte[] means() {
    int width = lens.width();
    int plane = SAMPLES * SAMPLES * width * lens.height();
    byte[] rgb = new byte[3 * width * lens.height()];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      int at = i % 3 * plane + SAMPLES * (pixel / width * SAMPLES * width + pixel % width);
      int below = at + SAMPLES * width;
      float sum = fine[at] + fine[at + 1] + fine[below] + fine[below + 1];
      rgb[i] = (byte) Math.round(255 * sum / (SAMPLES * SAMPLES));
    }
    return rgb;
  }

  @Override
  public void close() {
    view.close();
    scope.close();
  }
}
