package eyas.policies.analytic;

import eyas.sim.device.KernelSource;

/**
 * A policy in kernels that flies many environments at once. Its source gives {@code net_forward},
 * {@code NET_STATE}, {@code NET_INPUTS} and {@code NET_WEIGHTS}; the state begins as zeros.
 */
public interface LanePolicy {
  /** Returns the number of weights on the device. */
  int weights();

  /** Returns {@code source} with the policy's functions added. */
  KernelSource addTo(KernelSource source);
}
