package eyas.assets.policy;

/** What the outputs of a policy command. */
public enum ActionMapping {
  /** Normalised rotor speeds. */
  MOTORS,
  /** Collective thrust and body rates. */
  RATES,
  /** Targets or torques of joints, one each. */
  JOINTS,
  /** Velocities of a vehicle. */
  VELOCITY
}
