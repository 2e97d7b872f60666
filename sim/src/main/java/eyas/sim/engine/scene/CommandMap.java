package eyas.sim.engine.scene;

/**
 * Turns a policy's actions into the commands of a scene's actuators, in their physical units. Host
 * engines call it once for each control period; one map serves one thread at a time.
 */
public interface CommandMap {
  /** Returns the number of actions of an environment. */
  int actions();

  /** Returns the number of commands of an environment: {@link SceneLayout#commands()}. */
  int commands();

  /**
   * Writes the commands.
   *
   * @param actions [actions][environments], unclamped, not modified
   * @param environments number of environments
   * @param out written, [commands][environments], in rad, m, rad/s, m/s, N m or N
   */
  void commands(float[] actions, int environments, float[] out);
}
