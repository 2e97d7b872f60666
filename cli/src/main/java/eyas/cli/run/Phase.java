package eyas.cli.run;

import java.util.Locale;

/** The steps of a run in their order; each is a command of its own. */
public enum Phase {
  /** Teachers learn. */
  TRAIN,
  /** Students learn from teachers or from the world. */
  DISTILL,
  /** Policies are compared on the same starts. */
  EVALUATE,
  /** Students fly in the second physics engine: the gate. */
  TRANSFER,
  /** Bundles that passed the gate are sealed. */
  EXPORT;

  /** Returns whether stages of this phase learn, that is, write checkpoints between iterations. */
  public boolean learns() {
    return this == TRAIN || this == DISTILL;
  }

  /** Returns the phase of a command. */
  public static Phase of(String command) {
    return valueOf(command.toUpperCase(Locale.ROOT));
  }

  /** Returns the command that runs up to this phase, e.g. {@code train}. */
  public String command() {
    return name().toLowerCase(Locale.ROOT);
  }
}
