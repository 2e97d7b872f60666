// Batched step, reset and observation of any task; the task gives the task_* functions (docs/tasks.md).
// Buffers are [row][environment]; a work-item owns LANES environments.

// a finished step of one environment: failed, out of time, or completed
#define ENDED_FAILED 1
#define ENDED_TIME 2
#define ENDED_COMPLETED 3
// what world_step does besides stepping
#define STEP_RESET 1
#define STEP_OBSERVE 2
// fault record: flag, environment, step, row, episode; then state before, parameters, action, state after
#define FAULT_HEAD 5

// what a fault is made of, as it lies in memory: state before the step, parameters, action; where the state goes after it
typedef struct {
  __global const real* before;
  __global const real* parameters;
  __global const real* actions;
  __global real* after;
  __global int* record;
} FaultSource;

inline void world_copy_lane(__global const real* from, int rows, size_t at, __global float* to) {
  size_t n = get_global_size(0) * LANES;
  _Pragma("unroll 1") for (int i = 0; i < rows; i++) to[i] = ((__global const float*)from)[i * n + at];
}

// records the first number that is not finite, with what led to it; reads memory, so that registers stay registers
inline void world_fault(const FaultSource* source, const real* s, word age, word episode) {
  word row = (word)(0u);
  UNROLL for (int i = STATE_ROWS - 1; i >= 0; i--) row = SEL_WORD(!(0.0f * s[i] == 0.0f), (uint)(i + 1), row);
  uint rows[LANES], ages[LANES], episodes[LANES];
  WORD_STORE(row, rows);
  WORD_STORE(age, ages);
  WORD_STORE(episode, episodes);
  int caught = -1;
  _Pragma("unroll 1") for (int k = 0; k < LANES; k++) {
    __global int* fault = source->record;
    if (rows[k] == 0u || atomic_cmpxchg((volatile __global int*)fault, 0, 1) != 0) continue;
    size_t at = get_global_id(0) * LANES + k;
    __global float* dump = (__global float*)(fault + FAULT_HEAD);
    fault[1] = (int)at;
    fault[2] = (int)ages[k];
    fault[3] = (int)rows[k] - 1;
    fault[4] = (int)episodes[k];
    caught = k;
    world_copy_lane(source->before, STATE_ROWS, at, dump);
    world_copy_lane(source->parameters, PARAMETER_ROWS, at, dump + STATE_ROWS);
    world_copy_lane(source->actions, TASK_ACTIONS, at, dump + STATE_ROWS + PARAMETER_ROWS);
  }
  if (caught < 0) return;
  // the state before is kept by now: the one after may take its place in memory, from where one lane is copied
  world_store(s, STATE_ROWS, source->after);
  world_copy_lane(source->after, STATE_ROWS, get_global_id(0) * LANES + caught,
                  (__global float*)(source->record + FAULT_HEAD) + STATE_ROWS + PARAMETER_ROWS + TASK_ACTIONS);
}

// everything after the physics: what changes every step, reward, end, and the reset if it is asked for
inline void world_finish(const real* before, real* s, const real* p, const real* a, word age, word episode, __global int* counters,
                         __global real* reward, __global word* ended, __global real* terms, const FaultSource* fault, uint key0,
                         uint key1, int flags) {
  size_t g = get_global_id(0), n = get_global_size(0);
  // step 0 belongs to the reset
  age += 1u;
  Random random = random_of(world_lanes(), episode, age, key0, key1);
  task_update(s, p, &random);
  real part[REWARD_TERMS];
  real total = task_reward(before, s, p, a, part);
  mask broken = world_not_finite(s);
  if (ANY(broken)) world_fault(fault, s, age, episode);
  mask failed = task_terminated(s, p) | broken;
#ifdef TASK_COMPLETES
  mask completed = !failed & task_completed(s, p);
#else
  mask completed = !failed & failed;
#endif
  mask late = !failed & !completed & (age >= (word)(EPISODE_STEPS));
  reward[g] = SEL(failed, REWARD_FAILURE, total);
  ended[g] = SEL_WORD(failed, (uint)ENDED_FAILED, SEL_WORD(completed, (uint)ENDED_COMPLETED, SEL_WORD(late, (uint)ENDED_TIME, 0u)));
  UNROLL for (int i = 0; i < REWARD_TERMS; i++) terms[i * n + g] = SEL(broken, 0.0f, part[i]);
  mask over = failed | completed | late;
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
  FaultSource source = {state, parameters, actions, state, fault};
  world_finish(before, s, p, a, count[g], count[n + g], counters, reward, ended, terms, &source, key0, key1, flags);
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
  FaultSource source = {previous, parameters, actions, state, fault};
  world_finish(before, s, p, a, count[g], count[n + g], counters, reward, ended, terms, &source, key0, key1, flags);
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
