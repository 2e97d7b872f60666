package eyas.distill.teacher;

import eyas.distill.curriculum.TaskCells;
import eyas.distill.student.PackedWeights;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.analytic.WindowStatistics;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.TaskModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trains one conditioned teacher, or a fleet of teachers side by side, each on its own cell, by
 * analytic gradients. Every iteration ends with an examination; the best snapshot of each teacher
 * is kept.
 */
public final class TeacherTraining implements Learner {
  private static final int EXAM_STREAM = 31;

  private final TeacherConfig config;
  private final ObservationGroup group;
  private final LaneNetwork network;
  private final int members;
  private final long seed;
  private final AnalyticTrainer trainer;
  private final FlightProgram exam;
  private final ReportCard card;

  /**
   * Creates the training with fresh weights.
   *
   * @param device device, stays open
   * @param lanes lane width
   * @param model task with adjoints
   * @param groupName observation group of the teachers
   * @param config settings
   * @param cells one cell: a conditioned teacher; several: a fleet with one teacher a cell
   * @param seed seed of weights and worlds
   */
  public TeacherTraining(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String groupName,
      TeacherConfig config,
      TaskCells cells,
      long seed) {
    this.config = config;
    this.group = model.description().group(groupName);
    this.members = cells.count();
    this.seed = seed;
    this.network =
        LaneNetwork.mlp(group.size(), config.width(), model.description().actions().size());
    this.trainer =
        new AnalyticTrainer(
            device,
            lanes,
            model,
            groupName,
            network,
            members,
            config.window(),
            (member, random, out) -> cells.draw(member, random, out),
            Optional.empty(),
            seed);
    int episodes = members * config.examEpisodes();
    this.exam = new FlightProgram(device, lanes, model, groupName, network, episodes, members);
    exam.parameters(examParameters(cells, model.description().parameterRows()));
    this.card = new ReportCard(trainer.weights(), members);
  }

  private float[] examParameters(TaskCells cells, int rows) {
    float[] one = new float[rows];
    float[] all = new float[members * config.examEpisodes() * rows];
    for (int e = 0; e < members * config.examEpisodes(); e++) {
      cells.draw(e / config.examEpisodes(), new Philox(seed, e, 0, 0, EXAM_STREAM), one);
      System.arraycopy(one, 0, all, e * rows, rows);
    }
    return all;
  }

  @Override
  public String algorithm() {
    return "analytic";
  }

  @Override
  public long iteration() {
    return trainer.updates() / config.windowsPerIteration();
  }

  /** Returns whether all updates are done or every teacher has passed. */
  public boolean finished() {
    boolean passed =
        config.stopAtLength().isPresent() && passed() == members && trainer.updates() > 0;
    return passed || trainer.updates() >= config.window().updates();
  }

  /** Returns how many teachers' best snapshots reach the length at which training stops. */
  public int passed() {
    double needed = config.stopAtLength().orElse(Double.POSITIVE_INFINITY);
    return (int) Arrays.stream(card.lengths()).filter(length -> length >= needed).count();
  }

  @Override
  public IterationReport iterate() {
    long start = System.nanoTime();
    for (int i = 0; i < config.windowsPerIteration(); i++) {
      trainer.update();
    }
    WindowStatistics statistics = trainer.statistics();
    long learned = System.nanoTime();
    float[] weights = trainer.weights();
    exam.weights(weights);
    FlightRecord record = exam.fly(seed, 0);
    card.mark(weights, record, config.examEpisodes());
    double seconds = (learned - start) * 1e-9;
    return new IterationReport(
        iteration(), trainer.samples(), metrics(statistics, record), 0, seconds);
  }

  private Map<String, Double> metrics(WindowStatistics statistics, FlightRecord record) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", statistics.loss());
    metrics.put("lost-share", statistics.lostShare());
    metrics.put("gradient-norm", statistics.gradientNorm());
    metrics.put("dropped-updates", (double) statistics.droppedUpdates());
    metrics.put("return", record.meanReturn());
    metrics.put("length", record.meanLength());
    metrics.put("terminated", record.failedShare());
    metrics.put("best-return", Arrays.stream(card.returns()).average().orElseThrow());
    metrics.put("worst-best-length", Arrays.stream(card.lengths()).min().orElseThrow());
    metrics.put("passed", (double) passed());
    return metrics;
  }

  /** Returns the best snapshots of all teachers. */
  public Teachers teachers() {
    return new Teachers(network, group, card.best());
  }

  /** Returns the mean length of each teacher's best snapshot in the examination [steps]. */
  public double[] lengths() {
    return card.lengths();
  }

  /** Returns the mean return of each teacher's best snapshot in the examination. */
  public double[] returns() {
    return card.returns();
  }

  @Override
  public NetworkWeights best() {
    return best(0);
  }

  /** Returns the best weights of one teacher. */
  public NetworkWeights best(int member) {
    return PackedWeights.named(network, card.best(), member);
  }

  @Override
  public NetworkWeights current() {
    return PackedWeights.named(network, trainer.weights(), 0);
  }

  @Override
  public void save(CheckpointWriter writer) {
    trainer.save(writer);
    card.save(writer.within("card"));
  }

  @Override
  public void restore(CheckpointReader reader) {
    trainer.restore(reader);
    card.restore(reader.within("card"));
  }

  @Override
  public void close() {
    exam.close();
    trainer.close();
  }
}
