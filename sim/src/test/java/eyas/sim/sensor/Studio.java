package eyas.sim.sensor;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Arrays;

/** A camera with rows of its own that a test fills. */
final class Studio implements AutoCloseable {
  private final int padded;
  private final BufferScope scope;
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer counters;
  private final CameraView view;

  Studio(
      ComputeDevice device,
      SceneLayout layout,
      Appearance appearance,
      Camera camera,
      CameraOutputs outputs,
      int environments,
      int width) {
    Lanes lanes = Lanes.of(width);
    padded = lanes.padded(environments);
    scope = device.scope("studio");
    state = scope.allocate("state", Math.max(1L, layout.stateRows()) * padded);
    parameters = scope.allocate("parameters", (long) layout.parameterRows() * padded);
    counters = scope.allocate("counters", 2L * padded);
    view = new CameraView(device, layout, appearance, camera, outputs, environments, lanes);
    float[] neutral = new float[layout.parameterRows()];
    layout.neutral(neutral);
    for (int e = 0; e < padded; e++) {
      set(parameters, e, neutral);
    }
  }

  private void set(DeviceBuffer rows, int environment, float[] column) {
    for (int i = 0; i < column.length; i++) {
      rows.write((long) i * padded + environment, new float[] {column[i]});
    }
  }

  void state(int environment, float[] column) {
    set(state, environment, column);
  }

  void stateOfAll(float[] column) {
    for (int e = 0; e < padded; e++) {
      set(state, e, column);
    }
  }

  void parameter(int environment, int row, float value) {
    parameters.write((long) row * padded + environment, new float[] {value});
  }

  /** Sets age and episode of all environments. */
  void time(int age, int episode) {
    int[] both = new int[2 * padded];
    Arrays.fill(both, 0, padded, age);
    Arrays.fill(both, padded, 2 * padded, episode);
    counters.write(0, both);
  }

  /** Sets age and episode of one environment. */
  void time(int environment, int age, int episode) {
    counters.write(environment, new int[] {age});
    counters.write((long) padded + environment, new int[] {episode});
  }

  Studio take(long seed) {
    view.take(state, parameters, counters, seed);
    return this;
  }

  float[] floats(Channel channel) {
    return view.pictures(channel).floats();
  }

  int[] ids() {
    return view.pictures(Channel.IDS).ints();
  }

  CameraView view() {
    return view;
  }

  @Override
  public void close() {
    view.close();
    scope.close();
  }
}
