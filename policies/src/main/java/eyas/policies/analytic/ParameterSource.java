package eyas.policies.analytic;

import eyas.sim.random.Philox;

/** Gives each environment of a batch of learners the physical parameters of its next episode. */
@FunctionalInterface
public interface ParameterSource {
  /**
   * Draws parameters.
   *
   * @param member index of the policy that flies in the environment
   * @param random stream of the draw
   * @param out written, one value a parameter row
   */
  void draw(int member, Philox random, float[] out);

  /**
   * Draws parameters for one environment; sources that tell environments apart override this.
   *
   * @param member index of the policy that flies in the environment
   * @param environment index of the environment in the whole batch
   * @param random stream of the draw
   * @param out written, one value a parameter row
   */
  default void draw(int member, int environment, Philox random, float[] out) {
    draw(member, random, out);
  }
}
