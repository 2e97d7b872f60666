// Batched step, reset and observation of any task; the task gives the task_* functions (docs/tasks.md).
// Buffers are [row][environment]; a work-item owns LANES environments.

// a finished step of one environment: failed, or out of time
#define ENDED_FAILED 1
#define ENDED_TIME 2
// what world_step does besides stepping
#define STEP_RESET 1
#define STEP_OBSERVE 2
// fault record: flag, environment, step, row; then state before, parameters, action
#define FAULT_HEAD 4

#define LANE_POINTER(x) ((const float*)&(x))

// records the first number that is not finite, with what led to it
inline void world_fault(const real* before, const real* s, const real* p, const real* a, word age, __global int* fault) {
  UNROLL for (int i = 0; i < STATE_ROWS; i++) {
    const float* lanes = LANE_POINTER(s[i]);
    for (int k = 0; k < LANES; k++) {
      if (isfinite(lanes[k]) || atomic_cmpxchg((volatile __global int*)fault, 0, 1) != 0) continue;
      __global float* dump = (__global float*)(fault + FAULT_HEAD);
      fault[1] = (int)get_global_id(0) * LANES + k;
      fault[2] = (int)((const uint*)&age)[k];
      fault[3] = i;
      UNROLL for (int j = 0; j < STATE_ROWS; j++) dump[j] = LANE_POINTER(before[j])[k];
      UNROLL for (int j = 0; j < PARAMETER_ROWS; j++) dump[STATE_ROWS + j] = LANE_POINTER(p[j])[k];
      UNROLL for (int j = 0; j < TASK_ACTIONS; j++) dump[STATE_ROWS + PARAMETER_ROWS + j] = LANE_POINTER(a[j])[k];
    }
  }
}

inline mask world_not_finite(const real* s) {
  // a sum of zeros times the values is zero unless one of them is not finite
  real sum = (real)(0.0f);
  UNROLL for (int i = 0; i < STATE_ROWS; i++) sum += 0.0f * s[i];
  return !(sum == 0.0f);
}

// everything after the physics: what changes every step, reward, end, and the reset if it is asked for
inline void world_finish(const real* before, real* s, const real* p, const real* a, word age, word episode, __global int* counters,
                         __global real* reward, __global word* ended, __global real* terms, __global int* fault, uint key0,
                         uint key1, int flags) {
  size_t g = get_global_id(0), n = get_global_size(0);
  // step 0 belongs to the reset
  age += 1u;
  Random random = random_of(world_lanes(), episode, age, key0, key1);
  task_update(s, p, &random);
  real part[REWARD_TERMS];
  real total = task_reward(before, s, p, a, part);
  mask broken = world_not_finite(s);
  if (ANY(broken)) world_fault(before, s, p, a, age, fault);
  mask failed = task_terminated(s, p) | broken;
  mask late = !failed & (age >= (word)(EPISODE_STEPS));
  reward[g] = SEL(failed, REWARD_FAILURE, total);
  ended[g] = SEL_WORD(failed, (uint)ENDED_FAILED, SEL_WORD(late, (uint)ENDED_TIME, 0u));
  UNROLL for (int i = 0; i < REWARD_TERMS; i++) terms[i * n + g] = SEL(broken, 0.0f, part[i]);
  mask over = failed | late;
  if ((flags & STEP_RESET) && ANY(over)) world_restart(s, p, &age, &episode, over, key0, key1);
  __global word* count = (__global word*)counters;
  count[g] = age;
  count[n + g] = episode;
}

__kernel void world_reset(__global real* state, __global const real* parameters, __global int* counters,
                          __global const word* ended, uint key0, uint key1, int all) {
  size_t g = get_global_id(0), n = get_global_size(0);
  __global word* count = (__global word*)counters;
  mask which = all ? (mask)(ended[g] == ended[g]) : (mask)(ended[g] != 0u);
  if (!ANY(which)) return;
  real s[STATE_ROWS], p[PARAMETER_ROWS];
  world_load(state, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  word age = count[g], episode = count[n + g];
  world_restart(s, p, &age, &episode, which, key0, key1);
  world_store(s, STATE_ROWS, state);
  count[g] = age;
  count[n + g] = episode;
}

// one whole step with the device's own physics
__kernel void world_step(__global real* restrict state, __global const real* restrict parameters,
                         __global const real* restrict actions, __global int* restrict counters, __global real* restrict reward,
                         __global word* restrict ended, __global real* restrict terms, __global int* restrict fault,
                         __global real* restrict observation, uint key0, uint key1, int flags) {
  size_t g = get_global_id(0), n = get_global_size(0);
  __global const word* count = (__global const word*)counters;
  real before[STATE_ROWS], s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS];
  world_load(state, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(actions, TASK_ACTIONS, a);
  UNROLL for (int i = 0; i < STATE_ROWS; i++) before[i] = s[i];
  task_advance(s, p, a);
  world_finish(before, s, p, a, count[g], count[n + g], counters, reward, ended, terms, fault, key0, key1, flags);
  world_store(s, STATE_ROWS, state);
  if (flags & STEP_OBSERVE) {
    real o[FIRST_GROUP_SIZE];
    FIRST_GROUP(s, p, o);
    world_store(o, FIRST_GROUP_SIZE, observation);
  }
}

// the part after the physics, for an engine that advanced `state` from `before` on the host
__kernel void world_after(__global const real* restrict previous, __global real* restrict state,
                          __global const real* restrict parameters, __global const real* restrict actions,
                          __global int* restrict counters, __global real* restrict reward, __global word* restrict ended,
                          __global real* restrict terms, __global int* restrict fault, uint key0, uint key1, int flags) {
  size_t g = get_global_id(0), n = get_global_size(0);
  __global const word* count = (__global const word*)counters;
  real before[STATE_ROWS], s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS];
  world_load(previous, STATE_ROWS, before);
  world_load(state, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(actions, TASK_ACTIONS, a);
  world_finish(before, s, p, a, count[g], count[n + g], counters, reward, ended, terms, fault, key0, key1, flags);
  world_store(s, STATE_ROWS, state);
}

#define OBSERVE_KERNEL(GROUP, SIZE)                                                                                     \
  __kernel void world_observe_##GROUP(__global const real* restrict state, __global const real* restrict parameters,    \
                                      __global real* restrict out) {                                                    \
    real s[STATE_ROWS], p[PARAMETER_ROWS], o[SIZE];                                                                     \
    world_load(state, STATE_ROWS, s);                                                                                   \
    world_load(parameters, PARAMETER_ROWS, p);                                                                          \
    task_observe_##GROUP(s, p, o);                                                                                      \
    world_store(o, SIZE, out);                                                                                          \
  }
