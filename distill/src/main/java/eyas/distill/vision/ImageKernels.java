package eyas.distill.vision;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;

/** Encodes pictures on a device, and gives the gradient of what was encoded last. */
final class ImageKernels implements AutoCloseable {
  // partial weight gradients: fixed, so that sums do not depend on the machine
  private static final int PARTS = 8;

  private final ImageShape shape;
  private final int lanes;
  private final int mostSamples;
  private final BufferScope scope;
  private final Kernel forward;
  private final Kernel backward;
  private final Kernel gradient;
  private final Kernel reduce;
  private final DeviceBuffer rows;
  private final DeviceBuffer weights;
  private final DeviceBuffer latents;
  private final DeviceBuffer adjoints;
  private final DeviceBuffer sums;
  private final DeviceBuffer places;
  private final SeenPictures seen;
  private final float[] own;

  /**
   * Builds the kernels.
   *
   * @param stride numbers of a sample: its pictures and what else it holds
   * @param samples most samples at once
   */
  ImageKernels(ComputeDevice device, Lanes width, ImageShape shape, int stride, int samples) {
    this.shape = shape;
    lanes = width.width();
    mostSamples = samples;
    scope = device.scope("images");
    int pictures = samples * shape.pictures();
    int padded = width.padded(pictures);
    KernelProgram program = scope.build(source(width, shape));
    rows = scope.allocate("rows", (long) samples * stride);
    weights = scope.allocate("weights", shape.weights());
    latents = scope.allocate("latents", (long) pictures * shape.latent());
    adjoints = scope.allocate("adjoints", (long) pictures * shape.latent());
    sums = scope.allocate("gradient", shape.weights());
    DeviceBuffer tape = scope.allocate("tape", (long) shape.rows() * padded);
    DeviceBuffer partial = scope.allocate("partial gradients", (long) PARTS * shape.weights());
    places = scope.allocate("places", pictures);
    seen = new SeenPictures(shape, stride, samples);
    forward = program.kernel("image_forward").buffers(rows, weights, tape, latents, places);
    backward = program.kernel("image_backward").buffers(adjoints, weights, tape);
    gradient = program.kernel("image_gradient").buffers(tape, partial);
    reduce = program.kernel("image_reduce").buffers(partial, sums);
    own = new float[shape.weights()];
  }

  private static KernelSource source(Lanes lanes, ImageShape shape) {
    return shape
        .define(KernelSource.named("images", lanes))
        .define("PARTS", PARTS)
        .file(LaneSources.class, "lanes.cl")
        .file(ImageKernels.class, "images.cl");
  }

  ImageShape shape() {
    return shape;
  }

  int mostSamples() {
    return mostSamples;
  }

  /** Takes the encoder's weights, which are the first of the flat weights. */
  void push(float[] flat) {
    System.arraycopy(flat, 0, own, 0, own.length);
    weights.write(0, own);
  }

  private long groups() {
    return (seen.count() + lanes - 1L) / lanes;
  }

  /** Returns the latents (samples, pictures, latent) of rows (samples, stride). */
  float[] encode(float[] samples, int count) {
    seen.look(samples, count);
    rows.write(0, samples);
    places.write(0, seen.places());
    forward.set(5, seen.count()).run(groups(), 1);
    float[] out = new float[seen.count() * shape.latent()];
    latents.read(0, out);
    return seen.spread(out, shape.latent());
  }

  /**
   * Writes the gradient of the encoder's weights to the front of {@code out}.
   *
   * @param byLatents gradient by the latents that were encoded last (samples, pictures, latent)
   */
  void gradient(float[] byLatents, float[] out) {
    adjoints.write(0, seen.gather(byLatents, shape.latent()));
    backward.set(3, seen.count()).run(groups(), 1);
    gradient.set(2, (int) groups()).run(PARTS, 1);
    reduce.run(shape.weights());
    sums.read(0, own);
    System.arraycopy(own, 0, out, 0, own.length);
  }

  @Override
  public void close() {
    scope.close();
  }
}
