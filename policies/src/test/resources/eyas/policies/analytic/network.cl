// A network on a given sequence, forward and in reverse, on the tape of the window kernels; for tests.
// inputs [step][input][environment], outputs and their adjoints [step][action][environment]
__kernel void network_window(__global const float* weights, __global real* tape, __global const real* inputs,
                             __global real* outputs, __global const real* adjoints, __global real* input_adjoints, int steps) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  real h[NET_STATE], dh[NET_STATE];
  for (int i = 0; i < NET_STATE; i++) h[i] = dh[i] = (real)(0.0f);
  for (int k = 0; k < steps; k++) {
    real x[NET_INPUTS], a[TASK_ACTIONS];
    for (int i = 0; i < NET_INPUTS; i++) x[i] = inputs[(k * NET_INPUTS + i) * groups + g];
    net_forward(weights, x, h, a, RECORD(k), RECORD_STEP, 1);
    for (int i = 0; i < TASK_ACTIONS; i++) outputs[(k * TASK_ACTIONS + i) * groups + g] = a[i];
  }
  for (int k = steps - 1; k >= 0; k--) {
    real da[TASK_ACTIONS], dx[NET_STRIDE];
    for (int i = 0; i < TASK_ACTIONS; i++) da[i] = adjoints[(k * TASK_ACTIONS + i) * groups + g];
    net_backward(weights, da, dh, dx, RECORD(k), RECORD_STEP);
    for (int i = 0; i < NET_INPUTS; i++) input_adjoints[(k * NET_INPUTS + i) * groups + g] = dx[i];
  }
}
