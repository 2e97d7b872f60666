package eyas.policies.evaluate;

import eyas.sim.task.World;
import java.util.Optional;

/**
 * A policy and the worlds whose actions it speaks, with one environment for each quadrotor.
 *
 * @param policy flies
 * @param position world with a resting target
 * @param figureEight world whose target moves as the parameter rows say
 * @param kernels kernels that fly the policy on the device, if it has a fused twin
 */
public record Pilot(
    FlightPolicy policy,
    World position,
    World figureEight,
    Optional<KernelFlights.Programs> kernels) {
  /** Prepares its flights with quadrotors of (environments, parameter rows). */
  PolicyFlights flights(float[] parameters) {
    PolicyFlights host = new HostFlights(policy, position, figureEight, parameters);
    return kernels
        .flatMap(
            programs -> policy.fused().map(fused -> onDevice(host, programs, fused, parameters)))
        .orElse(host);
  }

  private PolicyFlights onDevice(
      PolicyFlights host, KernelFlights.Programs programs, FusedPolicy fused, float[] parameters) {
    return new KernelFlights(host, position, figureEight, programs, fused.weights(), parameters);
  }
}
