package eyas.distill.vision;

import eyas.assets.policy.NetworkSpec;
import eyas.distill.DistillException;
import eyas.distill.student.StudentSpec;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.OwnAdam;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.sim.device.ComputeDevice;
import eyas.sim.random.Philox;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Online distillation (DAgger, Ross et al. 2011) of a teacher that knows points into a student that
 * sees images: the student flies, the teacher labels the states it visits, and the student follows
 * the squared distance of the actions and of the matrices of cosines between the latents of the
 * objects (EgoPush, equation 12). The replay is not part of a checkpoint and fills anew.
 */
public final class VisionDistiller implements Learner {
  private static final String NAME = "distill-vision";
  private static final int WEIGHTS = 41;
  private static final int ORDER = 42;

  private final World world;
  private final VisionConfig config;
  private final VisionModel model;
  private final VisionCollector collector;
  private final OwnAdam adam;
  private final float[] gradient;
  private final Deque<VisionWindow> replay = new ArrayDeque<>();
  private final long seed;
  private long iteration;

  /**
   * Creates a student.
   *
   * @param world the environments, stays open; is reset
   * @param images what its cameras see, stays open
   * @param spec the student's layers: the first shared by one slice for each image, whose latents
   *     correspond to the teacher's first groups
   * @param teacher labels the states, stays open
   * @param config settings
   * @param seed of weights, world and order of samples
   */
  public VisionDistiller(
      World world,
      ImageObservations images,
      NetworkSpec spec,
      VisionTeacher teacher,
      VisionConfig config,
      long seed) {
    StudentSpec.sensed(world.description(), config.studentGroup());
    require(world, images, spec, teacher, config);
    this.world = world;
    this.config = config;
    this.seed = seed;
    NetworkWeights fresh = WeightInitializer.draw(spec, Philox.host(seed, WEIGHTS), 1);
    NetworkWeights first = config.copyHead() ? HeadTransfer.apply(teacher.weights(), fresh) : fresh;
    model =
        new VisionModel(
            TorchEngine.open(TorchEngine.usualThreads()), first, workers(), encoder(world, spec));
    collector = new VisionCollector(world, images, config.studentGroup(), teacher, model);
    adam = new OwnAdam(model.weights().length);
    gradient = new float[model.weights().length];
    world.reset(seed);
  }

  // kernels where the encoder has them and the world is on a device
  private Optional<ImageKernels> encoder(World world, NetworkSpec spec) {
    if (!(world instanceof LaneWorld lanes)) {
      return Optional.empty();
    }
    int samples = Math.max(world.environments(), config.environments() * config.steps());
    ComputeDevice device = lanes.device();
    return ImageShape.find(spec)
        .map(
            shape -> new ImageKernels(device, device.nativeLanes(), shape, spec.inputs(), samples));
  }

  // as many as the threads inside an operation leave room for; sums are added in their order
  private static int workers() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / TorchEngine.usualThreads());
  }

  private static void require(
      World world,
      ImageObservations images,
      NetworkSpec spec,
      VisionTeacher teacher,
      VisionConfig config) {
    int extras = world.description().group(config.studentGroup()).size();
    boolean encoder = spec.layers().get(0).shared().isPresent();
    if (!encoder || spec.inputs() != images.size() + extras) {
      throw new DistillException(
          "The student must begin with a layer that its images share and take "
              + images.size()
              + " pixels and "
              + extras
              + " other inputs, but it takes "
              + spec.inputs()
              + ".");
    }
    int objects = spec.layers().get(0).shared().orElseThrow().groups().size();
    int known = teacher.slices().groups().size();
    if (objects > known || spec.outputs() != teacher.weights().spec().outputs()) {
      throw new DistillException(
          "The student encodes "
              + objects
              + " images and has "
              + spec.outputs()
              + " actions, but the teacher knows "
              + known
              + " groups and has "
              + teacher.weights().spec().outputs()
              + " actions.");
    }
  }

  @Override
  public String algorithm() {
    return NAME;
  }

  @Override
  public long iteration() {
    return iteration;
  }

  /** Returns whether all windows are flown. */
  public boolean finished() {
    return iteration >= config.windows();
  }

  @Override
  public IterationReport iterate() {
    final long start = System.nanoTime();
    VisionWindow window = nextWindow();
    double teacherShare = config.teacherShare(iteration);
    collector.collect(model, window, teacherShare);
    replay.addLast(window);
    final long collected = System.nanoTime();
    double[] sums = new double[3];
    for (int i = 0; i < config.updates(); i++) {
      update(i, sums);
    }
    iteration++;
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("teacher-gap", collector.gap());
    metrics.put("teacher-share", teacherShare);
    if (collector.episodes() > 0) {
      metrics.put("success", (double) collector.successes() / collector.episodes());
    }
    metrics.put("action-loss", sums[0] / config.updates());
    metrics.put("relation-loss", sums[1] / config.updates());
    metrics.put("gradient-norm", sums[2] / config.updates());
    metrics.put("learning-rate", config.rateAfter(iteration));
    double collecting = (collected - start) * 1e-9;
    double learning = (System.nanoTime() - collected) * 1e-9;
    long steps = iteration * config.steps() * world.environments();
    return new IterationReport(iteration, steps, metrics, collecting, learning);
  }

  /** The oldest window of a full replay is used again. */
  private VisionWindow nextWindow() {
    if (replay.size() == config.replay()) {
      return replay.removeFirst();
    }
    NetworkSpec spec = model.spec();
    return VisionWindow.empty(
        config.steps(),
        world.environments(),
        spec.inputs(),
        spec.stateSize(),
        spec.outputs(),
        model.objects() * model.objects());
  }

  private void update(int index, double[] sums) {
    Philox random = new Philox(seed, 0, (int) iteration, index, ORDER);
    VisionWindow window = List.copyOf(replay).get(random.nextInt(replay.size()));
    int[] order = shuffled(window.environments(), random);
    int count = Math.min(config.environments(), order.length);
    double[] losses =
        model.gradient(window.pick(order, 0, count), config.relationWeight(), gradient);
    double norm = norm();
    float factor = (float) Math.min(1, config.clip() / norm);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
    adam.update(model.weights(), gradient, config.rateAfter(iteration));
    model.push();
    sums[0] += losses[0];
    sums[1] += losses[1];
    sums[2] += norm;
  }

  private static int[] shuffled(int count, Philox random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private double norm() {
    double sum = 0;
    for (float value : gradient) {
      sum += (double) value * value;
    }
    if (!Double.isFinite(sum)) {
      throw new DistillException(
          "The gradient of the distillation is not finite in iteration "
              + (iteration + 1)
              + ". Look for pixels that are not finite, or lower the rate.");
    }
    return Math.sqrt(sum);
  }

  /** Returns the present weights: with a falling rate they are the best. */
  @Override
  public NetworkWeights best() {
    return current();
  }

  @Override
  public NetworkWeights current() {
    return model.named();
  }

  @Override
  public void save(CheckpointWriter writer) {
    writer.text("algorithm", NAME);
    writer.longs("iteration", iteration);
    writer.floats("weights", model.weights());
    adam.save(writer.within("adam"));
    collector.save(writer.within("collector"));
  }

  @Override
  public void restore(CheckpointReader reader) {
    iteration = reader.number("iteration");
    float[] weights = reader.floats("weights", gradient.length);
    System.arraycopy(weights, 0, model.weights(), 0, weights.length);
    model.push();
    adam.restore(reader.within("adam"));
    collector.restore(reader.within("collector"));
    replay.clear();
  }

  @Override
  public void close() {
    model.close();
  }
}
