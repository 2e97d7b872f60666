// Flies a policy through whole episodes and sums what is judged: METRIC_ROWS values per environment.
// return, length, failed, sum of the error over the last `tail` steps [m], largest error [m], sum of the squared error over
// the last `tail` steps [m^2], whether a number was not finite. `given`: start from the state in `start`
#define METRIC_ROWS 7

__kernel void flight(__global const real* restrict parameters,
                     __global const float* restrict weights, __global real* restrict metrics,
                     __global const real* restrict start, int given, uint key0, uint key1, uint episode, int steps, int tail) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  const __global float* w = weights + (g / MEMBER_GROUPS) * NET_WEIGHTS;
  real s[STATE_ROWS], p[PARAMETER_ROWS], h[NET_STATE], m[METRIC_ROWS];
  world_load(parameters, PARAMETER_ROWS, p);
  for (int i = 0; i < NET_STATE; i++) h[i] = (real)(0.0f);
  for (int i = 0; i < METRIC_ROWS; i++) m[i] = (real)(0.0f);
  Random random = random_of(world_lanes(), (word)(episode), (word)(0u), key0, key1);
  if (given)
    world_load(start, STATE_ROWS, s);
  else
    task_reset(s, p, &random);
  mask flying = (m[0] == 0.0f);
  for (int k = 0; k < steps && ANY(flying); k++) {
    real x[NET_INPUTS], a[TASK_ACTIONS], before[STATE_ROWS], part[REWARD_TERMS];
    for (int i = 0; i < STATE_ROWS; i++) before[i] = s[i];
    NET_OBSERVE(s, p, x);
    net_forward(w, x, h, a, metrics, 1, 0);
    task_advance(s, p, a);
    random.step = (word)((uint)k + 1u);
    task_update(s, p, &random);
    // a sum of zeros times the values is zero unless one of them is not finite
    real zero = (real)(0.0f);
    for (int i = 0; i < STATE_ROWS; i++) zero += 0.0f * s[i];
    mask broken = !(zero == 0.0f);
    m[6] = SEL(flying & broken, 1.0f, m[6]);
    mask failed = task_terminated(s, p) | broken;
    real reward = SEL(failed, REWARD_FAILURE, task_reward(before, s, p, a, part));
    real error = SEL(failed, 0.0f, task_error(s));
    m[0] += SEL(flying, reward, 0.0f);
    m[1] += SEL(flying, 1.0f, 0.0f);
    m[2] = SEL(flying & failed, 1.0f, m[2]);
    if (k >= steps - tail) {
      m[3] += SEL(flying, error, 0.0f);
      m[5] += SEL(flying, SQUARE(error), 0.0f);
    }
    m[4] = SEL(flying, max_(m[4], error), m[4]);
    flying = flying & !failed;
  }
  world_store(m, METRIC_ROWS, metrics);
}
