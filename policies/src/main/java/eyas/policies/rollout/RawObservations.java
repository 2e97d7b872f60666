package eyas.policies.rollout;

/** Observations of one iteration before normalisation, (steps, environments, features). */
public final class RawObservations {
  private final float[] actor;
  private final float[] critic;

  /** Creates the arrays that fit a buffer. */
  public RawObservations(RolloutBuffer buffer) {
    actor = new float[buffer.samples() * buffer.actorInputs()];
    critic = new float[buffer.samples() * buffer.criticInputs()];
  }

  void put(int step, float[] actorNow, float[] criticNow) {
    System.arraycopy(actorNow, 0, actor, step * actorNow.length, actorNow.length);
    System.arraycopy(criticNow, 0, critic, step * criticNow.length, criticNow.length);
  }

  /** Merges everything into the normalisers. */
  public void teach(ObservationNormaliser actorNormaliser, ObservationNormaliser criticNormaliser) {
    actorNormaliser.learn(actor);
    criticNormaliser.learn(critic);
  }
}
