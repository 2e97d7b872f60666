package eyas.cli.egopush;

import eyas.assets.config.Suggestions;
import eyas.sim.task.Allowed;
import eyas.sim.task.egopush.EgoPushConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a run, as {@code tasks/egopush.yaml} binds.
 *
 * @param seed seed of all random numbers
 * @param teachers what is trained by PPO, by name, in order
 * @param students what the teachers are distilled into, by name, in order
 * @param evaluation how policies are judged
 * @param gate what students must show in the second engine before they may leave
 * @param presets every preset of the task as this run uses it, by name
 */
public record EgoPushRunConfig(
    long seed,
    Map<String, PushTraining> teachers,
    Map<String, PushStudent> students,
    Evaluation evaluation,
    Gate gate,
    Map<String, EgoPushConfig> presets) {
  /** Lays the run's own presets under the overrides of each policy. */
  public EgoPushRunConfig {
    Map<String, EgoPushConfig> own = new LinkedHashMap<>(presets);
    Map<String, PushTraining> trained = new LinkedHashMap<>();
    teachers.forEach((name, given) -> trained.put(name, given.with(over(own, given))));
    teachers = Collections.unmodifiableMap(trained);
    students = Collections.unmodifiableMap(new LinkedHashMap<>(students));
    presets = Collections.unmodifiableMap(own);
    for (Map.Entry<String, PushStudent> student : students.entrySet()) {
      known("students." + student.getKey() + ".teacher", student.getValue().teacher(), teachers);
      if (teachers.containsKey(student.getKey())) {
        throw new IllegalArgumentException(
            "`" + student.getKey() + "` is both a teacher and a student; give each its own name.");
      }
    }
    for (Map.Entry<String, PushTraining> teacher : teachers.entrySet()) {
      String from = teacher.getValue().from();
      if (!from.isEmpty()) {
        known("teachers." + teacher.getKey() + ".from", from, teachers);
      }
    }
    inOrder(teachers);
    for (String name : gate.policies()) {
      known("gate.policies", name, students);
    }
  }

  private static void known(String key, String name, Map<String, ?> all) {
    if (!all.containsKey(name)) {
      throw new IllegalArgumentException(
          key + " names `" + name + "`. " + Suggestions.sentence(name, all.keySet()));
    }
  }

  /** Returns the teachers in an order in which each comes after the one that it begins with. */
  List<String> teachersInOrder() {
    return inOrder(teachers);
  }

  private static List<String> inOrder(Map<String, PushTraining> teachers) {
    List<String> order = new ArrayList<>();
    while (order.size() < teachers.size()) {
      List<String> next =
          teachers.keySet().stream()
              .filter(name -> !order.contains(name))
              .filter(name -> ready(teachers.get(name).from(), order))
              .toList();
      if (next.isEmpty()) {
        List<String> left = teachers.keySet().stream().filter(n -> !order.contains(n)).toList();
        throw new IllegalArgumentException(
            "The teachers "
                + left
                + " begin with one another (`from`); let one of them begin with fresh weights: \"\".");
      }
      order.addAll(next);
    }
    return order;
  }

  private static boolean ready(String from, List<String> order) {
    return from.isEmpty() || order.contains(from);
  }

  /** Returns the teacher of a student. */
  PushTraining teacher(PushStudent student) {
    return teachers.get(student.teacher());
  }

  // whatever the packaged YAML says by the time of a resume, the run uses what its folder holds
  private static List<String> over(Map<String, EgoPushConfig> presets, PushTraining given) {
    List<String> all = new ArrayList<>();
    if (presets.containsKey(given.preset())) {
      all.addAll(presets.get(given.preset()).asOverrides());
    }
    all.addAll(given.set());
    return all;
  }

  /**
   * How policies are judged.
   *
   * @param episodes held-out episodes of a teacher
   * @param studentEpisodes held-out episodes of a student
   * @param seed of their starts; no policy trains on them
   */
  public record Evaluation(int episodes, int studentEpisodes, long seed) {
    /** Checks the counts. */
    public Evaluation {
      Allowed.least("episodes", episodes, 1);
      Allowed.least("student-episodes", studentEpisodes, 1);
    }
  }

  /**
   * What the transfer gate asks for.
   *
   * @param policies students that may leave; the others are flown for comparison
   * @param episodes episodes in each engine
   * @param seed of their starts
   * @param success least success in JBullet, 0 to 1
   * @param drop largest loss of success against the training engine, 0 to 1
   */
  public record Gate(List<String> policies, int episodes, long seed, double success, double drop) {
    /** Copies the list and checks the numbers. */
    public Gate {
      policies = List.copyOf(policies);
      Allowed.least("episodes", episodes, 1);
      Allowed.share("success", success);
      Allowed.share("drop", drop);
    }
  }
}
