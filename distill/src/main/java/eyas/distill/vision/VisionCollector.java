package eyas.distill.vision;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.checkpoint.WorldState;
import eyas.policies.rollout.ImageRows;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.World;

/** Flies windows, sees images and has the teacher label every state. */
final class VisionCollector {
  private final World world;
  private final ImageObservations images;
  private final ImageRows sight;
  private final VisionTeacher teacher;
  private final int objects;
  private final float[] teacherRows;
  private final float[] rows;
  private final float[] hidden;
  private final float[] keep;
  private final float[] means;
  private final float[] labels;
  private final float[] driven;
  private final float[] relations;
  private final boolean[] failed;
  private final boolean[] late;
  private final boolean[] completed;
  private double gap;
  private int episodes;
  private int successes;

  VisionCollector(
      World world,
      ImageObservations images,
      String group,
      VisionTeacher teacher,
      VisionModel model) {
    this.world = world;
    this.images = images;
    this.sight = new ImageRows(world, images, group);
    this.teacher = teacher;
    objects = model.objects();
    int n = world.environments();
    teacherRows = new float[n * world.description().group(teacher.group()).size()];
    rows = new float[n * model.spec().inputs()];
    hidden = new float[n * model.spec().stateSize()];
    keep = new float[n];
    means = new float[n * model.spec().outputs()];
    labels = new float[n * model.spec().outputs()];
    driven = new float[n * model.spec().outputs()];
    relations = new float[n * objects * objects];
    failed = new boolean[n];
    late = new boolean[n];
    completed = new boolean[n];
  }

  /**
   * Fills a window.
   *
   * @param teacherShare share of the environments that the teacher's actions move, the first ones;
   *     the student's move the others
   */
  void collect(VisionModel model, VisionWindow window, double teacherShare) {
    int taught = (int) Math.round(teacherShare * world.environments());
    gap = 0;
    episodes = 0;
    successes = 0;
    System.arraycopy(hidden, 0, window.hidden(), 0, hidden.length);
    for (int t = 0; t < window.steps(); t++) {
      world.observe(teacher.group(), teacherRows);
      teacher.label(teacherRows, objects, labels, relations);
      clamp(labels);
      sight.look(rows);
      store(keep, window.keep(), t);
      model.act(rows, hidden, keep, means);
      store(rows, window.rows(), t);
      store(labels, window.actions(), t);
      store(relations, window.relations(), t);
      addGap();
      System.arraycopy(means, 0, driven, 0, means.length);
      System.arraycopy(labels, 0, driven, 0, taught * means.length / keep.length);
      world.step(driven);
      finish(taught);
    }
    gap /= (double) window.steps() * labels.length;
  }

  /** Mean squared distance of an action to the teacher's in the last window. */
  double gap() {
    return gap;
  }

  /** Number of episodes that ended in the last window where the student drove. */
  int episodes() {
    return episodes;
  }

  /** Number of those that were completed. */
  int successes() {
    return successes;
  }

  // commands beyond 1 are cut by the world: a teacher's mean may lie anywhere there
  private static void clamp(float[] actions) {
    for (int i = 0; i < actions.length; i++) {
      actions[i] = Math.max(-1, Math.min(1, actions[i]));
    }
  }

  private static void store(float[] from, float[] to, int step) {
    System.arraycopy(from, 0, to, step * from.length, from.length);
  }

  private void addGap() {
    for (int i = 0; i < means.length; i++) {
      double difference = means[i] - labels[i];
      gap += difference * difference;
    }
  }

  private void finish(int taught) {
    world.terminated(failed);
    world.truncated(late);
    world.completed(completed);
    for (int e = 0; e < keep.length; e++) {
      boolean ended = failed[e] || late[e] || completed[e];
      keep[e] = ended ? 0 : 1;
      if (ended && e >= taught) {
        episodes++;
        successes += completed[e] ? 1 : 0;
      }
    }
    world.resetFinished();
  }

  void save(CheckpointWriter writer) {
    WorldState.save(writer.within("world"), world.save());
    writer.floats("hidden", hidden);
    writer.floats("keep", keep);
  }

  void restore(CheckpointReader reader) {
    world.restore(WorldState.restore(reader.within("world")));
    images.forget();
    System.arraycopy(reader.floats("hidden", hidden.length), 0, hidden, 0, hidden.length);
    System.arraycopy(reader.floats("keep", keep.length), 0, keep, 0, keep.length);
  }
}
