package eyas.cli.egopush;

import eyas.policies.evaluate.FlightPolicy;
import eyas.sim.task.egopush.EgoPushCamera;
import java.util.Optional;

/**
 * A policy with what it needs to see.
 *
 * @param policy the policy
 * @param camera the camera whose pictures come before its observation group, if it sees pictures
 */
record PushPilot(FlightPolicy policy, Optional<EgoPushCamera> camera) {
  /** Returns the policy's name. */
  String name() {
    return policy.name();
  }
}
