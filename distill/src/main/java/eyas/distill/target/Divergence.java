package eyas.distill.target;

import ai.djl.ndarray.NDArray;
import eyas.policies.network.Scaled;

/**
 * A distance from the student's distribution to the target's, summed over action dimensions and in
 * closed form. It acts on Gaussians before a squashing tanh (under which KL is invariant), never on
 * clipped actions.
 */
public enum Divergence {
  /** Half the squared distance of the means; deviations do not count. */
  MSE {
    @Override
    NDArray perDimension(Gaussians student, Gaussians target) {
      return Scaled.by(student.mean().sub(target.mean()).square(), 0.5);
    }
  },
  /** KL(target ‖ student), covers all modes: aliased targets widen the student. */
  FORWARD_KL {
    @Override
    NDArray perDimension(Gaussians student, Gaussians target) {
      return kl(target, student);
    }
  },
  /** KL(student ‖ target), seeks a mode: the precision-weighted mean of aliased targets. */
  REVERSE_KL {
    @Override
    NDArray perDimension(Gaussians student, Gaussians target) {
      return kl(student, target);
    }
  },
  /**
   * The geometric Jensen–Shannon divergence (Nielsen 2019, definition 3, with α = 1/2): the mixture
   * is the normalised geometric mean, again a Gaussian, so that a closed form exists; the
   * arithmetic one has none.
   */
  JENSEN_SHANNON {
    @Override
    NDArray perDimension(Gaussians student, Gaussians target) {
      Gaussians middle = geometricMean(student, target);
      return Scaled.by(kl(student, middle).add(kl(target, middle)), 0.5);
    }
  };

  abstract NDArray perDimension(Gaussians student, Gaussians target);

  /** Returns the divergence of each row, with the last dimension (actions) summed away. */
  public NDArray between(Gaussians student, Gaussians target) {
    return perDimension(student, target).sum(new int[] {-1});
  }

  /** Returns whether the deviations count, so that heads must be Gaussian and not squashed. */
  public boolean needsGaussians() {
    return this != MSE;
  }

  // KL(p ‖ q) = ln(σq/σp) + (σp² + (μp − μq)²) / (2 σq²) − 1/2
  private static NDArray kl(Gaussians p, Gaussians q) {
    NDArray spread = p.variance().add(p.mean().sub(q.mean()).square());
    return q.logDeviation()
        .sub(p.logDeviation())
        .add(spread.div(Scaled.by(q.variance(), 2)))
        .sub(0.5);
  }

  // precisions are averaged, means weighted by precision
  private static Gaussians geometricMean(Gaussians p, Gaussians q) {
    NDArray precisionP = Scaled.by(p.logDeviation(), -2).exp();
    NDArray precisionQ = Scaled.by(q.logDeviation(), -2).exp();
    NDArray sum = precisionP.add(precisionQ);
    NDArray mean = p.mean().mul(precisionP).add(q.mean().mul(precisionQ)).div(sum);
    return new Gaussians(mean, Scaled.by(Scaled.by(sum, 0.5).log(), -0.5));
  }
}
