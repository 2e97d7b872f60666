package eyas.distill.vision;

/**
 * The experience of some environments over some steps.
 *
 * @param steps number of steps
 * @param environments number of environments
 * @param rows what the student saw, (steps, environments, inputs)
 * @param keep 0 where an episode begins and 1 elsewhere, (steps, environments)
 * @param hidden the student's memory before the first step, (environments, state)
 * @param actions the teacher's, (steps, environments, actions)
 * @param relations cosines of the teacher's latents, (steps, environments, objects, objects)
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record VisionWindow(
    int steps,
    int environments,
    float[] rows,
    float[] keep,
    float[] hidden,
    float[] actions,
    float[] relations) {
  /** Creates an empty window. */
  static VisionWindow empty(
      int steps, int environments, int inputs, int state, int actions, int relations) {
    int samples = steps * environments;
    return new VisionWindow(
        steps,
        environments,
        new float[samples * inputs],
        new float[samples],
        new float[environments * state],
        new float[samples * actions],
        new float[samples * relations]);
  }

  /** Copies some environments: {@code order[from]} to {@code order[to - 1]}. */
  VisionWindow pick(int[] order, int from, int to) {
    return new VisionWindow(
        steps,
        to - from,
        pick(rows, steps, order, from, to),
        pick(keep, steps, order, from, to),
        pick(hidden, 1, order, from, to),
        pick(actions, steps, order, from, to),
        pick(relations, steps, order, from, to));
  }

  private float[] pick(float[] all, int blocks, int[] order, int from, int to) {
    int width = all.length / (blocks * environments);
    int count = to - from;
    float[] some = new float[blocks * count * width];
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < count; i++) {
        int source = (block * environments + order[from + i]) * width;
        System.arraycopy(all, source, some, (block * count + i) * width, width);
      }
    }
    return some;
  }
}
