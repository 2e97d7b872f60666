package eyas.distill.loop;

import eyas.distill.curriculum.CellAssignment;
import eyas.distill.curriculum.TaskSampler;
import eyas.distill.student.ExamResult;
import eyas.distill.student.PackedWeights;
import eyas.distill.student.StudentExam;
import eyas.distill.student.StudentSpec;
import eyas.distill.teacher.Teachers;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.WindowStatistics;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.WorldFault;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * On-policy distillation on the fused kernels: windows of steps in which teacher or student flies,
 * the teacher labels every state, and the student follows the gradient of the distance (and of the
 * task's loss, if the reinforcement term says so) through time. The kernels zero the hidden state
 * where an episode ends. Every iteration ends with an examination; the best snapshot is kept and
 * restored when the student breaks.
 */
public final class DistillationLoop implements Learner {
  private static final long EXAM_SEED = 0x5EEDL;

  private final DistillConfig config;
  private final RollIn rollIn;
  private final RlTerm term;
  private final StudentSpec student;
  private final int teacherCount;
  private final int laneWidth;
  private final boolean singleCell;
  private final CellAssignment assignment;
  private final AnalyticTrainer trainer;
  private final StudentExam exam;
  private final BestStudent best;

  /**
   * Creates a student with fresh weights.
   *
   * @param room where and from whom it learns
   * @param config settings
   * @param sampler chooses the cells to practise on
   * @param seed seed of weights, worlds and choices
   */
  public DistillationLoop(Classroom room, DistillConfig config, TaskSampler sampler, long seed) {
    TaskDescription task = room.model().description();
    ValidityRules.fused(config, task, room.teachers().isPresent());
    this.config = config;
    this.rollIn = config.flying();
    this.term = config.term();
    this.student = config.form().of(room.group(), config.width(), task.actions().size());
    this.laneWidth = room.lanes().width();
    this.teacherCount = room.teachers().map(Teachers::count).orElse(0);
    this.singleCell = room.cells().count() == 1;
    int workItems = room.lanes().groups(config.window().environments());
    this.assignment =
        new CellAssignment(room.cells(), sampler, workItems, laneWidth, task.episodeSteps(), seed);
    this.trainer =
        new AnalyticTrainer(
            room.device(),
            room.lanes(),
            room.model(),
            room.group().name(),
            student.network(),
            1,
            config.window(),
            assignment,
            room.teachers().map(teachers -> teachers.bank(workItems)),
            seed);
    this.exam =
        new StudentExam(
            room.device(),
            room.lanes(),
            room.model(),
            room.group().name(),
            student.network(),
            StudentExam.draw(room.model(), config.examEpisodes(), seed ^ EXAM_SEED),
            seed);
    this.best = new BestStudent(trainer.weights());
    assignTeachers();
  }

  private void assignTeachers() {
    if (teacherCount > 1) {
      trainer.assignTeachers(assignment.cellOf());
    }
  }

  @Override
  public String algorithm() {
    return teacherCount > 0 ? "distill" : "analytic";
  }

  /** Returns the student's form. */
  public StudentSpec student() {
    return student;
  }

  @Override
  public Optional<WorldFault> fault() {
    return trainer.fault();
  }

  @Override
  public long iteration() {
    return trainer.updates() / config.windowsPerIteration();
  }

  /** Returns whether all updates are done. */
  public boolean finished() {
    return trainer.updates() >= config.window().updates();
  }

  @Override
  public IterationReport iterate() {
    long start = System.nanoTime();
    for (int i = 0; i < config.windowsPerIteration(); i++) {
      window();
    }
    WindowStatistics statistics = trainer.statistics();
    long learnt = System.nanoTime();
    float[] weights = trainer.weights();
    ExamResult result = exam.take(weights, 1);
    best.offer(weights, result);
    boolean broken = best.farAbove(result, config.rollbackMargin());
    if (broken) {
      trainer.setWeights(best.weights());
      trainer.restart();
    }
    return new IterationReport(
        iteration(),
        trainer.samples(),
        metrics(statistics, result, broken),
        (System.nanoTime() - learnt) * 1e-9,
        (learnt - start) * 1e-9);
  }

  private void window() {
    moveCells();
    boolean teacherFlies = rollIn.teacherFlies(trainer.updates());
    double progress = Math.min(1, (double) trainer.updates() / config.window().updates());
    // the task's loss has a gradient only where the student's own actions moved the world
    double world = teacherFlies ? 0 : term.worldWeight(progress);
    trainer.weigh(world, term.teacherWeight(progress));
    trainer.update(teacherFlies);
  }

  private void moveCells() {
    if (singleCell) {
      return; // each environment draws from the whole distribution in its own time
    }
    BitSet moved = assignment.advance(config.window().steps());
    moved.stream().forEach(g -> trainer.renew(g * laneWidth, (g + 1) * laneWidth));
    if (!moved.isEmpty()) {
      assignTeachers();
    }
  }

  private Map<String, Double> metrics(
      WindowStatistics statistics, ExamResult result, boolean broken) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", statistics.loss());
    if (teacherCount > 0) {
      metrics.put("teacher-gap", statistics.teacherGap());
    }
    metrics.put("lost-share", statistics.lostShare());
    metrics.put("gradient-norm", statistics.gradientNorm());
    metrics.put("dropped-updates", (double) statistics.droppedUpdates());
    metrics.put("learning-rate", config.window().rate(trainer.updates()));
    metrics.put("return", result.meanReturn());
    metrics.put("length", result.length());
    metrics.put("terminated", result.terminated());
    metrics.put("best-return", best.result().meanReturn());
    metrics.put("rolled-back", broken ? 1.0 : 0.0);
    return metrics;
  }

  /** Returns what the best student reached in the examination between windows. */
  public ExamResult bestResult() {
    return best.result();
  }

  /** Returns the number of environment steps done. */
  public long samples() {
    return trainer.samples();
  }

  @Override
  public NetworkWeights best() {
    return PackedWeights.named(student.network(), best.weights(), 0);
  }

  @Override
  public NetworkWeights current() {
    return PackedWeights.named(student.network(), trainer.weights(), 0);
  }

  @Override
  public void save(CheckpointWriter writer) {
    trainer.save(writer);
    assignment.save(writer.within("cells"));
    best.save(writer.within("best"));
  }

  @Override
  public void restore(CheckpointReader reader) {
    trainer.restore(reader);
    assignment.restore(reader.within("cells"));
    best.restore(reader.within("best"));
    assignTeachers();
  }

  @Override
  public void close() {
    exam.close();
    trainer.close();
  }
}
