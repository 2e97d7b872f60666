package eyas.distill.probe;

import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.NetworkInference;
import eyas.distill.DistillException;
import eyas.distill.teacher.HostTeacher;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flies a student on the host and samples each environment once that flew long enough. */
public final class ProbeFlight {
  private final World world;
  private final String group;

  /**
   * Prepares a flight.
   *
   * @param world environments with the parameters to probe, stays open
   * @param group what the student sees
   */
  public ProbeFlight(World world, String group) {
    this.world = world;
    this.group = group;
  }

  /**
   * Flies all environments from a new start and samples them after {@code steps}; environments that
   * ended before are left out.
   *
   * @param weights the student
   * @param teacher labels the sampled states, if there is one
   * @param property hidden property of each environment's robot
   * @param steps steps before the sample
   */
  public ProbeData fly(
      NetworkWeights weights, Optional<HostTeacher> teacher, double[] property, int steps) {
    if (property.length != world.environments()) {
      throw new DistillException(
          property.length
              + " properties were given for "
              + world.environments()
              + " environments; one each is needed.");
    }
    NetworkInference student = inference(weights);
    int environments = world.environments();
    float[] rows = new float[environments * student.observations()];
    float[] hidden = new float[environments * student.stateSize()];
    float[] actions = new float[environments * student.actions()];
    boolean[] ended = new boolean[environments];
    world.resetAll();
    for (int t = 0; t < steps; t++) {
      act(student, rows, hidden, actions);
      world.step(actions);
      mark(ended);
      world.resetFinished();
    }
    act(student, rows, hidden, actions);
    return gather(student, ended, property, hidden, actions, labels(teacher, actions.length));
  }

  private void act(NetworkInference student, float[] rows, float[] hidden, float[] actions) {
    world.observe(group, rows);
    for (int e = 0; e < world.environments(); e++) {
      student.step(
          rows,
          e * student.observations(),
          hidden,
          e * student.stateSize(),
          actions,
          e * student.actions());
    }
  }

  private void mark(boolean[] ended) {
    boolean[] now = new boolean[ended.length];
    world.terminated(now);
    or(ended, now);
    world.truncated(now);
    or(ended, now);
  }

  private static void or(boolean[] all, boolean[] more) {
    for (int i = 0; i < all.length; i++) {
      all[i] |= more[i];
    }
  }

  private float[] labels(Optional<HostTeacher> teacher, int size) {
    float[] labels = new float[teacher.isPresent() ? size : 0];
    teacher.ifPresent(
        t -> {
          int features = world.description().group(t.group()).size();
          float[] rows = new float[world.environments() * features];
          world.observe(t.group(), rows);
          t.label(rows, labels, new float[size]);
        });
    return labels;
  }

  private static ProbeData gather(
      NetworkInference student,
      boolean[] ended,
      double[] property,
      float[] hidden,
      float[] actions,
      float[] labels) {
    List<Integer> alive = new ArrayList<>();
    for (int e = 0; e < ended.length; e++) {
      if (!ended[e]) {
        alive.add(e);
      }
    }
    return new ProbeData(
        rows(alive, hidden, student.stateSize()),
        alive.stream().mapToDouble(e -> property[e]).toArray(),
        rows(alive, actions, student.actions()),
        labels.length == 0 ? new double[0][] : rows(alive, labels, student.actions()));
  }

  private static double[][] rows(List<Integer> which, float[] values, int width) {
    double[][] rows = new double[which.size()][width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        rows[i][j] = values[which.get(i) * width + j];
      }
    }
    return rows;
  }

  private static NetworkInference inference(NetworkWeights weights) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .spec()
        .weightShapes()
        .forEach((name, shape) -> tensors.put(name, Tensor.of(weights.tensor(name), shape)));
    return new NetworkInference(
        weights.spec(), Normaliser.identity(weights.spec().inputs()), tensors);
  }
}
