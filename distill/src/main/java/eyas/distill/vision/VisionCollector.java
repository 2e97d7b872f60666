package eyas.distill.vision;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.checkpoint.WorldState;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.World;

/** Flies windows, sees images and has the teacher label every state. */
final class VisionCollector {
  private final World world;
  private final ImageObservations images;
  private final String group;
  private final VisionTeacher teacher;
  private final int objects;
  private final float[] pictures;
  private final float[] others;
  private final float[] teacherRows;
  private final float[] rows;
  private final float[] hidden;
  private final float[] keep;
  private final float[] means;
  private final float[] labels;
  private final float[] relations;
  private final boolean[] ended;
  private double gap;

  VisionCollector(
      World world,
      ImageObservations images,
      String group,
      VisionTeacher teacher,
      VisionModel model) {
    this.world = world;
    this.images = images;
    this.group = group;
    this.teacher = teacher;
    objects = model.objects();
    int n = world.environments();
    pictures = new float[n * images.size()];
    others = new float[n * world.description().group(group).size()];
    teacherRows = new float[n * world.description().group(teacher.group()).size()];
    rows = new float[n * model.spec().inputs()];
    hidden = new float[n * model.spec().stateSize()];
    keep = new float[n];
    means = new float[n * model.spec().outputs()];
    labels = new float[n * model.spec().outputs()];
    relations = new float[n * objects * objects];
    ended = new boolean[n];
  }

  /** Fills a window; the teacher's or the student's actions move the world. */
  void collect(VisionModel model, VisionWindow window, boolean teacherFlies) {
    gap = 0;
    System.arraycopy(hidden, 0, window.hidden(), 0, hidden.length);
    for (int t = 0; t < window.steps(); t++) {
      look();
      store(keep, window.keep(), t);
      model.act(rows, hidden, keep, means);
      store(rows, window.rows(), t);
      store(labels, window.actions(), t);
      store(relations, window.relations(), t);
      addGap();
      world.step(teacherFlies ? labels : means);
      finish();
    }
    gap /= (double) window.steps() * labels.length;
  }

  /** Mean squared distance of an action to the teacher's in the last window. */
  double gap() {
    return gap;
  }

  private void look() {
    world.observe(teacher.group(), teacherRows);
    teacher.label(teacherRows, objects, labels, relations);
    world.observe(group, others);
    images.observe(pictures);
    int n = world.environments();
    int pixels = pictures.length / n;
    int extras = others.length / n;
    for (int e = 0; e < n; e++) {
      int at = e * (pixels + extras);
      System.arraycopy(pictures, e * pixels, rows, at, pixels);
      System.arraycopy(others, e * extras, rows, at + pixels, extras);
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

  private void finish() {
    boolean[] late = new boolean[ended.length];
    boolean[] done = new boolean[ended.length];
    world.terminated(ended);
    world.truncated(late);
    world.completed(done);
    for (int e = 0; e < ended.length; e++) {
      keep[e] = ended[e] || late[e] || done[e] ? 0 : 1;
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
    System.arraycopy(reader.floats("hidden", hidden.length), 0, hidden, 0, hidden.length);
    System.arraycopy(reader.floats("keep", keep.length), 0, keep, 0, keep.length);
  }
}
