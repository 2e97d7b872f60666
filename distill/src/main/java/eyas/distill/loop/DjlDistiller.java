package eyas.distill.loop;

import eyas.assets.policy.NetworkSpec;
import eyas.distill.DistillException;
import eyas.distill.student.StudentSpec;
import eyas.distill.target.Divergence;
import eyas.distill.target.Target;
import eyas.distill.teacher.HostTeacher;
import eyas.distill.weight.Gate;
import eyas.distill.weight.StepWeight;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.OwnAdam;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.sim.random.Philox;
import eyas.sim.task.World;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * On-policy distillation of any network that DJL runs, on any world, with any divergence: windows
 * on the host, backpropagation through time with the hidden state zeroed where an episode begins.
 * Slower than {@link DistillationLoop}, which needs fused kernels.
 */
public final class DjlDistiller implements Learner {
  private static final int WEIGHT_STREAM = 33;

  private final SequenceConfig config;
  private final RollIn rollIn;
  private final SequenceModel model;
  private final SequenceCollector collector;
  private final SequenceWindow window;
  private final SequenceLoss loss;
  private final OwnAdam adam;
  private final float[] gradient;
  private final int samplesPerWindow;
  private float[] bestWeights;
  private double bestGap = Double.POSITIVE_INFINITY;

  /**
   * The plug-in points of a distillation.
   *
   * @param rollIn whose actions move the world
   * @param target what the student aims at
   * @param divergence distance to it
   * @param weight how much each step counts
   * @param gate which episodes count
   */
  public record Points(
      RollIn rollIn, Target target, Divergence divergence, StepWeight weight, Gate gate) {
    /** Returns RAPTOR's: teacher first, its action, squared distance, all steps, all episodes. */
    public static Points raptor(long teacherWindows) {
      return new Points(
          RollIn.teacherThenStudent(teacherWindows),
          Target.teacherAction(),
          Divergence.MSE,
          StepWeight.uniform(),
          Gate.open());
    }
  }

  /**
   * Creates a student with fresh weights.
   *
   * @param world the environments, stays open
   * @param spec the student's layers
   * @param teacher labels the states
   * @param points the plug-in points
   * @param config settings
   * @param seed seed of the weights and the world
   */
  public DjlDistiller(
      World world,
      NetworkSpec spec,
      HostTeacher teacher,
      Points points,
      SequenceConfig config,
      long seed) {
    StudentSpec.sensed(world.description(), config.studentGroup());
    ValidityRules.sequences(config, points, spec, teacher, world.description());
    this.config = config;
    this.rollIn = points.rollIn();
    NetworkWeights first = WeightInitializer.draw(spec, Philox.host(seed, WEIGHT_STREAM), 0.1);
    this.model = new SequenceModel(TorchEngine.open(1), first, config.deviation());
    this.collector =
        new SequenceCollector(
            world,
            config.studentGroup(),
            spec.stateSize(),
            teacher,
            points.weight(),
            points.gate());
    this.window =
        new SequenceWindow(
            config.steps(), world.environments(), spec.inputs(), spec.outputs(), spec.stateSize());
    this.loss = new SequenceLoss(points.target(), points.divergence());
    this.adam = new OwnAdam(model.weights().length);
    this.gradient = new float[model.weights().length];
    this.samplesPerWindow = config.steps() * world.environments();
    this.bestWeights = model.weights().clone();
    world.reset(seed);
  }

  @Override
  public String algorithm() {
    return "distill-sequences";
  }

  @Override
  public long iteration() {
    return adam.updates();
  }

  /** Returns whether all updates are done. */
  public boolean finished() {
    return adam.updates() >= config.updates();
  }

  @Override
  public IterationReport iterate() {
    long start = System.nanoTime();
    boolean teacherFlies = rollIn.teacherFlies(adam.updates());
    collector.collect(model, window, teacherFlies);
    keepBest(teacherFlies);
    long collected = System.nanoTime();
    double value = model.gradient(window, loss, gradient);
    double norm = norm();
    if (!Double.isFinite(norm)) {
      throw new DistillException(
          "The gradient of the distillation is not finite in iteration "
              + (iteration() + 1)
              + ". Look for observations that are not finite, or lower the rate.");
    }
    float factor = (float) Math.min(1, config.clip() / norm);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
    adam.update(model.weights(), gradient, config.rate());
    model.push();
    long learned = System.nanoTime();
    return new IterationReport(
        iteration(),
        iteration() * samplesPerWindow,
        metrics(value, norm),
        (collected - start) * 1e-9,
        (learned - collected) * 1e-9);
  }

  // the student's own states are the fair judge: what the teacher flies is easier
  private void keepBest(boolean teacherFlies) {
    if (!teacherFlies && window.meanGap() < bestGap) {
      bestGap = window.meanGap();
      bestWeights = model.weights().clone();
    }
  }

  private double norm() {
    double sum = 0;
    for (float value : gradient) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private Map<String, Double> metrics(double value, double norm) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", value);
    metrics.put("teacher-gap", window.meanGap());
    metrics.put("gradient-norm", norm);
    metrics.put("learning-rate", config.rate());
    return metrics;
  }

  /** Returns the standard deviation of each action of the student now. */
  public double[] deviation() {
    int count = model.spec().weightCount();
    double[] values = new double[model.spec().outputs()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(model.weights()[count + i]);
    }
    return values;
  }

  @Override
  public NetworkWeights best() {
    float[] network = java.util.Arrays.copyOf(bestWeights, model.spec().weightCount());
    return NetworkWeights.fromFlat(model.spec(), network);
  }

  @Override
  public NetworkWeights current() {
    return model.named();
  }

  @Override
  public void save(CheckpointWriter writer) {
    writer.floats("weights", model.weights());
    writer.floats("best", bestWeights);
    writer.doubles("best-gap", bestGap);
    adam.save(writer.within("adam"));
    collector.save(writer.within("collector"));
  }

  @Override
  public void restore(CheckpointReader reader) {
    float[] weights = reader.floats("weights", gradient.length);
    System.arraycopy(weights, 0, model.weights(), 0, weights.length);
    model.push();
    bestWeights = reader.floats("best", gradient.length);
    bestGap = reader.doubles("best-gap", 1)[0];
    adam.restore(reader.within("adam"));
    collector.restore(reader.within("collector"));
  }

  @Override
  public void close() {
    model.close();
  }
}
