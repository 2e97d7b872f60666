package eyas.assets.policy;

import java.util.List;
import java.util.Map;

/** The standard contracts of quadrotor students, shared by training, export and robots. */
public final class QuadrotorContracts {
  /** Kind of robot that the contracts name. */
  public static final String ROBOT = "quadrotor";

  /** Time between steps [s]. */
  public static final double CONTROL_PERIOD = 0.01;

  /** Largest tracking error of position that robots and figure-eight flights pass on [m]. */
  public static final double POSITION_CLIP = 0.5;

  /** Largest tracking error of velocity that robots and figure-eight flights pass on [m/s]. */
  public static final double VELOCITY_CLIP = 1.0;

  private QuadrotorContracts() {}

  /**
   * The 22 onboard values: position error, rotation body to world row-major, velocity error, body
   * rates, previous action (before clipping). Position and velocity are tracking errors, state
   * minus reference, in the world frame.
   */
  public static ObservationContract onboard() {
    return new ObservationContract(
        List.of(
            ObservationTerm.of("position", 3, "m", "world").clippedTo(POSITION_CLIP),
            ObservationTerm.of("rotation", 9, "1", "body-to-world"),
            ObservationTerm.of("linear-velocity", 3, "m/s", "world").clippedTo(VELOCITY_CLIP),
            ObservationTerm.of("body-rates", 3, "rad/s", "body"),
            ObservationTerm.of("previous-action", 4, "1", "none")));
  }

  /** Four normalised rotor speeds in [0, 1]: front-right, back-right, back-left, front-left. */
  public static ActionContract motors() {
    return new ActionContract(
        ActionMapping.MOTORS,
        List.of(
            new ActionTerm("motor-front-right", "1", 0, 1),
            new ActionTerm("motor-back-right", "1", 0, 1),
            new ActionTerm("motor-back-left", "1", 0, 1),
            new ActionTerm("motor-front-left", "1", 0, 1)),
        1);
  }

  /**
   * Collective thrust as a fraction [0, 1] of the greatest, and body rates.
   *
   * @param rollPitch largest roll and pitch rate [rad/s]
   * @param yaw largest yaw rate [rad/s]
   */
  public static ActionContract rates(double rollPitch, double yaw) {
    return new ActionContract(
        ActionMapping.RATES,
        List.of(
            new ActionTerm("thrust", "1", 0, 1),
            new ActionTerm("roll-rate", "rad/s", -rollPitch, rollPitch),
            new ActionTerm("pitch-rate", "rad/s", -rollPitch, rollPitch),
            new ActionTerm("yaw-rate", "rad/s", -yaw, yaw)),
        1);
  }

  /**
   * The contract of a student with the onboard observation, without normalisation, golden vectors
   * or results (add them with the {@code with} methods).
   *
   * @param action {@link #motors()} or {@link #rates}
   * @param network such as {@code NetworkSpec.recurrent(22, 16, 4)}
   */
  public static PolicyContract student(
      String name, ActionContract action, NetworkSpec network, Map<String, Object> provenance) {
    return new PolicyContract(
        name,
        ROBOT,
        ROBOT,
        CONTROL_PERIOD,
        onboard(),
        action,
        network,
        Normaliser.identity(onboard().size()),
        network.stateSize(),
        provenance,
        Map.of(),
        Licence.apache(),
        List.of(),
        1e-5);
  }
}
