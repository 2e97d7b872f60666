package eyas.policies.evaluate;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Squared tracking errors of the quadrotors on a path, and which of them were lost. Mutable. */
final class TrackingErrors {
  private final double[] squares;
  private final boolean[] lost;
  private int count;

  TrackingErrors(int quadrotors) {
    this.squares = new double[quadrotors];
    this.lost = new boolean[quadrotors];
  }

  /** Switches the motors of lost quadrotors off, so that their state stays finite. */
  void rest(float[] actions) {
    int size = actions.length / lost.length;
    for (int q = 0; q < lost.length; q++) {
      if (lost[q]) {
        Arrays.fill(actions, q * size, (q + 1) * size, -1);
      }
    }
  }

  /** Adds one step: loses those beyond their limit on any axis, sums squares if {@code counted}. */
  void record(float[] truth, TermColumns position, IntToDoubleFunction limit, boolean counted) {
    for (int q = 0; q < lost.length; q++) {
      double square = 0;
      double largest = 0;
      for (int axis = 0; axis < 3; axis++) {
        double error = truth[position.index(q, axis)];
        square += error * error;
        largest = Math.max(largest, Math.abs(error));
      }
      lost[q] |= !(largest <= limit.applyAsDouble(q));
      squares[q] += counted ? square : 0;
    }
    count += counted ? 1 : 0;
  }

  boolean allLost() {
    for (boolean gone : lost) {
      if (!gone) {
        return false;
      }
    }
    return true;
  }

  /** Returns the root mean square of each quadrotor [m], {@code NaN} if it was lost. */
  double[] rootMeanSquares() {
    double[] roots = new double[squares.length];
    Arrays.setAll(roots, q -> lost[q] ? Double.NaN : Math.sqrt(squares[q] / count));
    return roots;
  }
}
