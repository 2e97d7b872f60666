package eyas.bridge.safety;

/** What a {@link CommandGuard} did with a command. */
public enum Verdict {
  /** The command left as it came. */
  PASSED,
  /** At least one channel was clipped to its range or slowed to its slew limit. */
  LIMITED,
  /** The operator's deadman signal was too old: the safe command left. */
  DEADMAN,
  /** A channel or a time was not a finite number: the safe command left. */
  NOT_FINITE;

  /** Whether the safe command left in place of the proposed one. */
  public boolean stopped() {
    return this == DEADMAN || this == NOT_FINITE;
  }
}
