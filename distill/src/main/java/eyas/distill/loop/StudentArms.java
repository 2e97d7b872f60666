package eyas.distill.loop;

import eyas.distill.curriculum.TaskSampler;
import eyas.distill.student.ExamResult;
import eyas.distill.student.StudentExam;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Raises three students one after the other: distilled; by the task's gradient from nothing;
 * distilled, then by the task's gradient. The best of them is the one to ship.
 */
public final class StudentArms implements Learner {
  private final Classroom room;
  private final DistillConfig config;
  private final ArmsConfig arms;
  private final float[] examTasks;
  private final long seed;
  private final List<Stage> stages;
  private final List<ArmResult> results = new ArrayList<>();
  private int stage;
  private Optional<DistillationLoop> loop;
  private long iterations;
  private long samplesBefore;
  private double seconds;
  private long armSamples;

  // a part of an arm; `last`: the arm is complete after it
  private record Stage(String arm, DistillConfig config, boolean taught, boolean last) {}

  /**
   * Prepares the comparison.
   *
   * @param room where and from whom the students learn; teachers must be there
   * @param config distillation
   * @param arms the other arms
   * @param examTasks physical parameters of the final examination, (tasks, parameter rows)
   * @param seed seed of everything
   */
  public StudentArms(
      Classroom room, DistillConfig config, ArmsConfig arms, float[] examTasks, long seed) {
    this.room = room;
    this.config = config;
    this.arms = arms;
    this.examTasks = examTasks.clone();
    this.seed = seed;
    this.stages = stages(config, arms);
    this.loop = Optional.of(open(0));
  }

  private static List<Stage> stages(DistillConfig config, ArmsConfig arms) {
    DistillConfig analytic = config.withoutTeacher(arms.analytic());
    int first = share(config.window().updates(), arms.distillShare());
    int second = share(arms.analytic().updates(), 1 - arms.distillShare());
    String both = "distilled-then-analytic";
    return List.of(
        new Stage("distilled", config, true, true),
        new Stage("analytic", analytic, false, true),
        new Stage(both, config.withUpdates(first), true, false),
        new Stage(both, analytic.withUpdates(second), false, true));
  }

  private static int share(int updates, double share) {
    return Math.max(1, (int) Math.round(updates * share));
  }

  private DistillationLoop open(int index) {
    Stage next = stages.get(index);
    Classroom where = next.taught() ? room : room.withoutTeachers();
    return new DistillationLoop(where, next.config(), TaskSampler.uniform(), seed);
  }

  @Override
  public String algorithm() {
    return "student-arms";
  }

  @Override
  public long iteration() {
    return iterations;
  }

  /** Returns whether all arms are trained and examined. */
  public boolean finished() {
    return loop.isEmpty();
  }

  /** Returns the arm that trains now; the last one when all are finished. */
  public String arm() {
    return stages.get(Math.min(stage, stages.size() - 1)).arm();
  }

  @Override
  public IterationReport iterate() {
    DistillationLoop now =
        loop.orElseThrow(
            () -> new DistillException("All arms are finished; read the comparison instead."));
    IterationReport report = now.iterate();
    iterations++;
    seconds += report.secondsLearning();
    Map<String, Double> metrics = new LinkedHashMap<>(report.metrics());
    metrics.put("arm", (double) results.size());
    long samples = samplesBefore + now.samples();
    if (now.finished()) {
      advance(now);
    }
    return new IterationReport(iterations, samples, metrics, 0, report.secondsLearning());
  }

  private void advance(DistillationLoop done) {
    armSamples += done.samples();
    samplesBefore += done.samples();
    float[] packed = done.bestPacked();
    if (stages.get(stage).last()) {
      results.add(new ArmResult(arm(), examine(done, packed), seconds, armSamples, done.best()));
      armSamples = 0;
      seconds = 0;
    }
    boolean continues = !stages.get(stage).last();
    done.close();
    stage++;
    loop = stage < stages.size() ? Optional.of(open(stage)) : Optional.empty();
    if (continues) {
      loop.orElseThrow().start(packed);
    }
  }

  private ExamResult examine(DistillationLoop done, float[] packed) {
    try (StudentExam exam =
        new StudentExam(
            room.device(),
            room.lanes(),
            room.model(),
            room.group().name(),
            done.student().network(),
            examTasks,
            seed)) {
      return exam.take(packed, arms.examEpisodes());
    }
  }

  /** Returns the finished arms side by side. */
  public ArmComparison comparison() {
    return new ArmComparison(results);
  }

  @Override
  public NetworkWeights best() {
    return results.isEmpty() ? loop.orElseThrow().best() : comparison().best().weights();
  }

  @Override
  public NetworkWeights current() {
    return loop.map(DistillationLoop::current).orElseGet(this::best);
  }

  @Override
  public void save(CheckpointWriter writer) {
    writer.ints("stage", stage, results.size());
    writer.longs("counts", iterations, samplesBefore, armSamples);
    writer.doubles("seconds", seconds);
    for (int i = 0; i < results.size(); i++) {
      results.get(i).save(writer.within("result-" + i));
    }
    loop.ifPresent(now -> now.save(writer.within("loop")));
  }

  @Override
  public void restore(CheckpointReader reader) {
    int[] progress = reader.ints("stage");
    long[] counts = reader.longs("counts", 3);
    iterations = counts[0];
    samplesBefore = counts[1];
    armSamples = counts[2];
    seconds = reader.doubles("seconds", 1)[0];
    results.clear();
    int actions = room.model().description().actions().size();
    for (int i = 0; i < progress[1]; i++) {
      results.add(
          ArmResult.restore(
              reader.within("result-" + i),
              config.form().of(room.group(), config.width(), actions).spec()));
    }
    if (progress[0] != stage) {
      loop.ifPresent(DistillationLoop::close);
      stage = progress[0];
      loop = stage < stages.size() ? Optional.of(open(stage)) : Optional.empty();
    }
    loop.ifPresent(now -> now.restore(reader.within("loop")));
  }

  @Override
  public void close() {
    loop.ifPresent(DistillationLoop::close);
  }
}
