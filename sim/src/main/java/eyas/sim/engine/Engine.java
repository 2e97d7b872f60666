package eyas.sim.engine;

/**
 * Advances a batch of rotorcraft by one control period. An engine takes commands and owns
 * actuators, motor lag and command delay. State and parameters are pushed in as rows of a {@code
 * QuadrotorLayout}: [row][environment]. Rows that an engine does not own are left alone.
 */
public interface Engine extends AutoCloseable {
  /** Returns the engine's name in reports. */
  String name();

  /** Returns the number of environments. */
  int environments();

  /**
   * Sets state and parameters; nothing of an earlier episode survives.
   *
   * @param state [stateRows][environments], not modified
   * @param parameters [parameterRows][environments], not modified
   */
  void reset(float[] state, float[] parameters);

  /**
   * Takes over the rows that the engine does not own (force, torque, gusts), as they are after the
   * last step; everything else continues.
   *
   * @param state [stateRows][environments], not modified
   */
  void disturb(float[] state);

  /**
   * Advances every environment by one control period.
   *
   * @param commands [4][environments], the policy's actions, unclamped, not modified
   */
  void step(float[] commands);

  /**
   * Reads the state.
   *
   * @param state written, [stateRows][environments]
   */
  void state(float[] state);

  @Override
  void close();
}
