package eyas.cli.quadrotor;

import eyas.assets.config.Suggestions;
import eyas.cli.run.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which algorithm trains a policy. */
public enum LearnerKind {
  /** Gradients through the world. */
  ANALYTIC,
  /** Proximal policy optimisation, which needs no gradient of the world. */
  PPO;

  /** Returns the name in YAML and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the learner that {@code --learner} names. */
  static LearnerKind option(String word) {
    List<String> words = Arrays.stream(values()).map(LearnerKind::word).toList();
    int index = words.indexOf(word);
    if (index < 0) {
      throw new UsageException("--learner is '" + word + "'. " + Suggestions.sentence(word, words));
    }
    return values()[index];
  }
}
