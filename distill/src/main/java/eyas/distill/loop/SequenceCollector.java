package eyas.distill.loop;

import eyas.distill.teacher.HostTeacher;
import eyas.distill.weight.Gate;
import eyas.distill.weight.StepWeight;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.checkpoint.WorldState;
import eyas.sim.task.World;

/** Flies windows in a world on the host and has the teacher label every state. */
final class SequenceCollector {
  private final World world;
  private final String group;
  private final HostTeacher teacher;
  private final StepWeight weight;
  private final Gate gate;
  private final int actions;
  private final float[] rows;
  private final float[] teacherRows;
  private final float[] hidden;
  private final float[] keep;
  private final float[] means;
  private final float[] labels;
  private final float[] logDeviations;
  private final float[] rewards;
  private final boolean[] terminated;
  private final boolean[] ended;

  SequenceCollector(
      World world, String group, int stateSize, HostTeacher teacher, StepWeight weight, Gate gate) {
    this.world = world;
    this.group = group;
    this.teacher = teacher;
    this.weight = weight;
    this.gate = gate;
    int environments = world.environments();
    actions = world.description().actions().size();
    rows = new float[environments * world.description().group(group).size()];
    teacherRows = new float[environments * world.description().group(teacher.group()).size()];
    hidden = new float[environments * stateSize];
    keep = new float[environments];
    means = new float[environments * actions];
    labels = new float[environments * actions];
    logDeviations = new float[environments * actions];
    rewards = new float[environments];
    terminated = new boolean[environments];
    ended = new boolean[environments];
  }

  /** Fills a window; the teacher's or the student's mean actions move the world. */
  void collect(SequenceModel model, SequenceWindow window, boolean teacherFlies) {
    if (gate.needsOutcome()) {
      world.resetAll();
      java.util.Arrays.fill(keep, 0);
    }
    window.begin(hidden);
    for (int t = 0; t < window.steps(); t++) {
      world.observe(group, rows);
      world.observe(teacher.group(), teacherRows);
      teacher.label(teacherRows, labels, logDeviations);
      float[] kept = keep.clone();
      model.act(rows, hidden, kept, means);
      window.put(t, new SequenceWindow.Labels(rows, kept, labels, logDeviations), means, weight);
      world.step(teacherFlies ? labels : means);
      finish(t, window);
    }
    window.end(gate);
  }

  private void finish(int step, SequenceWindow window) {
    world.rewards(rewards);
    world.terminated(terminated);
    world.truncated(ended);
    for (int e = 0; e < ended.length; e++) {
      ended[e] |= terminated[e];
      keep[e] = ended[e] ? 0 : 1;
    }
    window.outcome(step, rewards, ended, gate);
    world.resetFinished();
  }

  void save(CheckpointWriter writer) {
    WorldState.save(writer.within("world"), world.save());
    writer.floats("hidden", hidden);
    writer.floats("keep", keep);
  }

  void restore(CheckpointReader reader) {
    world.restore(WorldState.restore(reader.within("world")));
    System.arraycopy(reader.floats("hidden", hidden.length), 0, hidden, 0, hidden.length);
    System.arraycopy(reader.floats("keep", keep.length), 0, keep, 0, keep.length);
  }
}
