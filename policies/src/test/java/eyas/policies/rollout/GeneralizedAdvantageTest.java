package eyas.policies.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.random.Philox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GeneralizedAdvantageTest {
  private static final Offset<Float> TINY = Offset.offset(1e-6f);
  private static final long SEED = 23;
  private static final float[] REWARDS = {1, 2, 3};
  private static final float[] VALUES = {0.5f, 1, 1.5f};
  private static final float[] NEXT = {1, 1.5f, 2};

  /** γ = 0.5, λ = 0.5: deltas are 1, 1.75 and 2.5 where nothing ends. */
  private static float[] compute(boolean[] terminated, boolean[] truncated) {
    float[] out = new float[3];
    new GeneralizedAdvantage(0.5, 0.5)
        .compute(1, REWARDS, VALUES, NEXT, terminated, truncated, out);
    return out;
  }

  @Test
  void sumsDiscountedErrors() {
    float[] advantages = compute(new boolean[3], new boolean[3]);

    // 2.5; 1.75 + 2.5 / 4; 1 + 2.375 / 4
    assertThat(advantages[2]).isEqualTo(2.5f, TINY);
    assertThat(advantages[1]).isEqualTo(2.375f, TINY);
    assertThat(advantages[0]).isEqualTo(1.59375f, TINY);
  }

  @Test
  void aFailureHasNoFuture() {
    float[] advantages = compute(new boolean[] {false, true, false}, new boolean[3]);

    // 2 − 1 without the next value; then 1 + 1 / 4
    assertThat(advantages[1]).isEqualTo(1f, TINY);
    assertThat(advantages[0]).isEqualTo(1.25f, TINY);
  }

  @Test
  void theEndOfTimeBootstrapsButDoesNotCarry() {
    float[] advantages = compute(new boolean[3], new boolean[] {false, true, false});

    // 1.75 with the value of the state before the reset; then 1 + 1.75 / 4
    assertThat(advantages[1]).isEqualTo(1.75f, TINY);
    assertThat(advantages[0]).isEqualTo(1.4375f, TINY);
  }

  @Test
  void failureWinsOverTheEndOfTime() {
    boolean[] both = {false, true, false};

    assertThat(compute(both, both)).isEqualTo(compute(both, new boolean[3]));
  }

  /** The definition, without recursion: Σ (γλ)^k δ over the steps until the episode ends. */
  @Test
  void agreesWithTheDirectSum() {
    int environments = 3;
    int steps = 40;
    int samples = environments * steps;
    Philox random = Philox.host(SEED, 0);
    float[] rewards = new float[samples];
    float[] values = new float[samples];
    float[] next = new float[samples];
    boolean[] terminated = new boolean[samples];
    boolean[] truncated = new boolean[samples];
    for (int i = 0; i < samples; i++) {
      rewards[i] = (float) random.nextGaussian();
      values[i] = (float) random.nextGaussian();
      next[i] = (float) random.nextGaussian();
      terminated[i] = random.nextDouble() < 0.1;
      truncated[i] = !terminated[i] && random.nextDouble() < 0.1;
    }
    float[] out = new float[samples];
    new GeneralizedAdvantage(0.97, 0.9)
        .compute(environments, rewards, values, next, terminated, truncated, out);

    for (int i = 0; i < samples; i++) {
      double sum = 0;
      double weight = 1;
      for (int k = i; k < samples; k += environments) {
        sum += weight * (rewards[k] + (terminated[k] ? 0 : 0.97 * next[k]) - values[k]);
        weight *= 0.97 * 0.9;
        if (terminated[k] || truncated[k]) {
          break;
        }
      }
      assertThat((double) out[i])
          .as("sample %d, seed %d", i, SEED)
          .isEqualTo(sum, Offset.offset(1e-5));
    }
  }

  @Test
  void environmentsDoNotMix() {
    float[] out = new float[4];
    new GeneralizedAdvantage(0.5, 0.5)
        .compute(
            2,
            new float[] {1, 10, 2, 20},
            new float[4],
            new float[4],
            new boolean[4],
            new boolean[4],
            out);

    assertThat(out).containsExactly(1.5f, 15f, 2f, 20f);
  }
}
