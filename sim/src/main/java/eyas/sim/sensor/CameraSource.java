package eyas.sim.sensor;

import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.engine.opencl.scene.PoseSource;
import eyas.sim.engine.scene.SceneLayout;

/** The program of a camera. */
final class CameraSource {
  // values of a band of rows that stay close to the core
  private static final int BAND_PIXELS = 4096;
  // rows that share random words
  private static final int QUAD = 4;
  private static final double DROP_OUT_STEPS = 4096;

  private CameraSource() {}

  static KernelSource of(
      SceneLayout layout,
      Appearance appearance,
      Camera camera,
      CameraOutputs outputs,
      Lanes lanes) {
    KernelSource source = LaneSources.base("camera " + camera.name(), lanes);
    source = optics(source, camera.lens());
    source = times(source, camera.timing(), layout.scene().controlPeriod());
    source = noise(source, camera, appearance);
    source = outputs.define(source);
    MountPose mount = MountPose.of(layout, camera);
    Primitives shapes = Primitives.of(layout, appearance);
    source =
        source
            .define("CAMERA_MOUNT", mount.solid())
            .define("CAMERA_SHAPES", shapes.all().size())
            .define("CAMERA_SHADOWS", appearance.shadows() ? 1 : 0)
            .define("CAMERA_CHECKER", appearance.checker() > 0 ? 1 / appearance.checker() : 0.0);
    source = PoseSource.addTo(source, layout);
    source =
        shapes
            .tables()
            .reals("CAMERA_COLOUR", Palette.of(layout, appearance))
            .reals("CAMERA_MOUNT_POSE", Primitives.numbers(mount.pose()))
            .addTo(source);
    return files(source);
  }

  private static KernelSource files(KernelSource source) {
    return source
        .file(CameraSource.class, "rays.cl")
        .file(CameraSource.class, "camera_place.cl")
        .file(CameraSource.class, "camera_draw.cl")
        .file(CameraSource.class, "camera_output.cl")
        .file(CameraSource.class, "camera_shade.cl")
        .file(CameraSource.class, "camera_kernel.cl");
  }

  private static KernelSource optics(KernelSource source, Lens lens) {
    return source
        .define("CAMERA_WIDTH", lens.width())
        .define("CAMERA_HEIGHT", lens.height())
        .define("CAMERA_BAND", band(lens))
        .define("CAMERA_FOCAL", lens.focalLength())
        .define("CAMERA_SLOPE", 1 / lens.focalLength())
        .define("CAMERA_MIDDLE_ROW", lens.height() / 2.0 - 0.5)
        .define("CAMERA_MIDDLE_COLUMN", lens.width() / 2.0 - 0.5)
        .define("CAMERA_NEAR", lens.near())
        .define("CAMERA_FAR", Math.min(lens.far(), 1e29));
  }

  /** Returns the rows that a work-item draws. */
  static int band(Lens lens) {
    int fitting = Math.max(QUAD, BAND_PIXELS / lens.width() / QUAD * QUAD);
    return Math.min(fitting, (lens.height() + QUAD - 1) / QUAD * QUAD);
  }

  private static KernelSource times(KernelSource source, Timing timing, double period) {
    return source
        .define("CAMERA_INTERVAL", timing.interval(period))
        .define("CAMERA_LATENCY", timing.latency())
        .define("CAMERA_MOMENTS", timing.moments(period));
  }

  private static KernelSource noise(KernelSource source, Camera camera, Appearance appearance) {
    DepthNoise depth = camera.noise();
    return source
        .define("CAMERA_NOISE", depth.isNone() ? 0 : 1)
        .define("CAMERA_DEVIATION", depth.constant())
        .define("CAMERA_GROWTH", depth.quadratic())
        .define("CAMERA_EDGE", DepthNoise.EDGE)
        .define("CAMERA_DROP_OUT", steps(depth.dropOut()))
        .define("CAMERA_EDGE_DROP_OUT", steps(Math.max(depth.dropOut(), depth.edgeDropOut())))
        .define("CAMERA_POSITION_NOISE", camera.poseNoise().position())
        .define("CAMERA_ANGLE_NOISE", camera.poseNoise().angle())
        .define("CAMERA_COLOUR_NOISE", appearance.colourRange());
  }

  private static int steps(double probability) {
    return (int) Math.round(probability * DROP_OUT_STEPS);
  }
}
