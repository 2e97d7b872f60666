package eyas.cli.egopush;

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
 * @param evaluation how policies are judged
 * @param presets every preset of the task as this run uses it, by name
 */
public record EgoPushRunConfig(
    long seed,
    Map<String, PushTraining> teachers,
    Evaluation evaluation,
    Map<String, EgoPushConfig> presets) {
  /** Lays the run's own presets under the overrides of each policy. */
  public EgoPushRunConfig {
    Map<String, EgoPushConfig> own = new LinkedHashMap<>(presets);
    Map<String, PushTraining> trained = new LinkedHashMap<>();
    teachers.forEach((name, given) -> trained.put(name, given.with(over(own, given))));
    teachers = Collections.unmodifiableMap(trained);
    presets = Collections.unmodifiableMap(own);
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
   * @param episodes held-out episodes
   * @param seed of their starts; no policy trains on them
   */
  public record Evaluation(int episodes, long seed) {
    /** Checks the count. */
    public Evaluation {
      if (episodes < 1) {
        throw new IllegalArgumentException("episodes is " + episodes + "; at least 1 is needed.");
      }
    }
  }
}
