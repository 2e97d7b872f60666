package eyas.bridge.onboard.toolchain;

import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.ClippedPolicy;
import eyas.bridge.onboard.source.ExportException;
import eyas.bridge.onboard.source.RandomSequences;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Generated code against the plain-Java inference of its bundle on random sequences.
 *
 * @param sequences sequences, each from a reset on
 * @param steps steps in each
 * @param largestAction largest difference of an action [1]
 * @param largestCommand largest difference of a command, as a part of its range [1]
 * @param equalBits whether all actions had the same bits
 */
public record Comparison(
    int sequences, int steps, double largestAction, double largestCommand, boolean equalBits) {
  /** Seed of the random observations. */
  public static final int SEED = 20261125;

  /** Largest difference with which code may leave. */
  public static final double ALLOWED = 1e-6;

  /** Compares what the replay wrote: actions and commands of every step, little-endian. */
  static Comparison of(PolicyBundle bundle, int sequences, int steps, byte[] written) {
    int actions = bundle.contract().action().size();
    int wanted = sequences * steps * 2 * actions * Float.BYTES;
    if (written.length != wanted) {
      throw new ToolException(
          "The replay wrote " + written.length + " bytes, but " + wanted + " were asked for.");
    }
    return new Tally(bundle)
        .count(sequences, steps, ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Throws with a sentence if the code differs too much. Returns this. */
  public Comparison require(String policy, String what) {
    if (!(largestAction <= ALLOWED && largestCommand <= ALLOWED)) {
      throw new ExportException(
          "The "
              + what
              + " of policy '"
              + policy
              + "' differs from its bundle by "
              + Math.max(largestAction, largestCommand)
              + ", but "
              + ALLOWED
              + " is allowed; nothing was written. Please report this with the bundle.");
    }
    return this;
  }

  /** Steps the bundle and keeps the largest differences. */
  private static final class Tally {
    private final ClippedPolicy policy;
    private final NetworkSpec network;
    private final float[] observation;
    private final float[] action;
    private final float[] command;
    private final double[] range;
    private double largestAction;
    private double largestCommand;
    private boolean equalBits = true;

    Tally(PolicyBundle bundle) {
      policy = new ClippedPolicy(bundle);
      network = bundle.contract().network();
      observation = new float[bundle.contract().observation().size()];
      var terms = bundle.contract().action().terms();
      action = new float[terms.size()];
      command = new float[terms.size()];
      range = terms.stream().mapToDouble(t -> t.maximum() - t.minimum()).toArray();
    }

    Comparison count(int sequences, int steps, ByteBuffer given) {
      RandomSequences random = new RandomSequences(SEED, network);
      for (int sequence = 0; sequence < sequences; sequence++) {
        policy.reset();
        for (int step = 0; step < steps; step++) {
          random.next(observation);
          policy.step(observation, action, command);
          compare(given);
        }
      }
      return new Comparison(sequences, steps, largestAction, largestCommand, equalBits);
    }

    private void compare(ByteBuffer given) {
      for (float expected : action) {
        float value = given.getFloat();
        equalBits &= Float.floatToIntBits(value) == Float.floatToIntBits(expected);
        // Math.max keeps NaN, which then fails every comparison
        largestAction = Math.max(largestAction, Math.abs((double) value - expected));
      }
      for (int i = 0; i < command.length; i++) {
        double difference = Math.abs((double) given.getFloat() - command[i]) / range[i];
        largestCommand = Math.max(largestCommand, difference);
      }
    }
  }
}
