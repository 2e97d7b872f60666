package eyas.sim.sensor.bench;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.CameraOutputs;
import eyas.sim.sensor.CameraView;
import eyas.sim.sensor.Channel;

/** A batch of {@link CrossScene} in random states with the camera of its robot. */
public final class CameraBatch implements AutoCloseable {
  /** Role layers: one box to push, the anchor, and the other boxes. */
  public static final int LAYERS = 3;

  private static final long SEED = 1;

  private final ComputeDevice device;
  private final BufferScope scope;
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer counters;
  private final CameraView view;

  /**
   * Opens a batch.
   *
   * @param device device, stays open
   * @param camera a camera of {@link CrossScene}
   * @param environments number of environments
   * @param lanes lanes of the kernels
   */
  public CameraBatch(ComputeDevice device, Camera camera, int environments, Lanes lanes) {
    this.device = device;
    SceneLayout layout = new SceneLayout(CrossScene.scene());
    int padded = lanes.padded(environments);
    scope = device.scope("camera bench");
    state = scope.allocate("state", (long) layout.stateRows() * padded);
    parameters = scope.allocate("parameters", (long) layout.parameterRows() * padded);
    counters = scope.allocate("counters", 2L * padded);
    state.write(0, states(layout, padded));
    parameters.write(0, neutral(layout, padded));
    view =
        new CameraView(
            device,
            layout,
            CrossScene.appearance(),
            camera,
            CameraOutputs.layers(LAYERS),
            environments,
            lanes);
    for (int b = 0; b < CrossScene.BOXES; b++) {
      view.role("box" + b, b == 0 ? 0b010 : b == 1 ? 0b001 : 0b100);
    }
  }

  private static float[] states(SceneLayout layout, int padded) {
    float[] rows = new float[layout.stateRows() * padded];
    for (int e = 0; e < padded; e++) {
      float[] one = CrossScene.state(layout, SEED, e);
      for (int i = 0; i < one.length; i++) {
        rows[i * padded + e] = one[i];
      }
    }
    return rows;
  }

  private static float[] neutral(SceneLayout layout, int padded) {
    float[] one = new float[layout.parameterRows()];
    layout.neutral(one);
    float[] rows = new float[one.length * padded];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = one[i / padded];
    }
    return rows;
  }

  /** Takes a picture with its layers in every environment, and waits for it. */
  public void take() {
    view.take(state, parameters, counters, SEED);
  }

  /** Waits until all pictures are there. */
  public void finish() {
    device.finish();
  }

  /** Returns the part of the layers' pixels that show something, to prove that boxes are seen. */
  public double covered() {
    float[] layers = view.pictures(Channel.LAYERS).floats();
    int shown = 0;
    for (float depth : layers) {
      shown += depth > 0 ? 1 : 0;
    }
    return (double) shown / layers.length;
  }

  @Override
  public void close() {
    view.close();
    scope.close();
  }
}
