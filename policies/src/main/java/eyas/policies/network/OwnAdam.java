package eyas.policies.network;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) over one flat array of weights. Its moments are plain Java
 * arrays that are part of a checkpoint, so a resumed run continues bit for bit. Not thread-safe.
 */
public final class OwnAdam {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final float[] first;
  private final float[] second;
  private long updates;

  /**
   * Creates the optimizer with zero moments.
   *
   * @param size number of weights
   * @param beta1 decay of the mean of the gradient
   * @param beta2 decay of the mean of its square
   * @param epsilon added to the root of the second moment
   */
  public OwnAdam(int size, double beta1, double beta2, double epsilon) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.first = new float[size];
    this.second = new float[size];
  }

  /** Creates the optimizer with the usual constants 0.9, 0.999 and 1e-8. */
  public OwnAdam(int size) {
    this(size, 0.9, 0.999, 1e-8);
  }

  /**
   * Moves the weights against the gradient.
   *
   * @param weights changed in place
   * @param gradient of the loss, same length
   * @param rate learning rate
   */
  public void update(float[] weights, float[] gradient, double rate) {
    if (weights.length != first.length || gradient.length != first.length) {
      throw new NetworkException(
          "The optimizer was made for "
              + first.length
              + " weights, but got "
              + weights.length
              + " weights and "
              + gradient.length
              + " gradient values.");
    }
    updates++;
    double correction1 = 1 - Math.pow(beta1, (double) updates);
    double correction2 = 1 - Math.pow(beta2, (double) updates);
    for (int i = 0; i < weights.length; i++) {
      double g = gradient[i];
      first[i] = (float) (beta1 * first[i] + (1 - beta1) * g);
      second[i] = (float) (beta2 * second[i] + (1 - beta2) * g * g);
      double denominator = Math.sqrt(second[i] / correction2) + epsilon;
      weights[i] -= (float) (rate * (first[i] / correction1) / denominator);
    }
  }

  /** Returns the number of updates so far. */
  public long updates() {
    return updates;
  }

  /** Writes moments and count. */
  public void save(CheckpointWriter writer) {
    writer.longs("updates", updates);
    writer.floats("first-moment", first);
    writer.floats("second-moment", second);
  }

  /** Continues from saved moments and count. */
  public void restore(CheckpointReader reader) {
    updates = reader.number("updates");
    System.arraycopy(reader.floats("first-moment", first.length), 0, first, 0, first.length);
    System.arraycopy(reader.floats("second-moment", second.length), 0, second, 0, second.length);
  }
}
