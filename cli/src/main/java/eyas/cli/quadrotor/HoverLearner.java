package eyas.cli.quadrotor;

import java.util.Map;

/** Trains one hover teacher, a stretch at a time; between stretches the teacher is flown. */
interface HoverLearner extends AutoCloseable {
  /** Returns whether the training that was planned is over. */
  boolean finished();

  /** Learns until the next flight. */
  void learn();

  /** Returns the policy now, as fused kernels take it. */
  float[] weights();

  /** Returns how much was learned, by name. */
  Map<String, Object> progress();

  @Override
  void close();
}
