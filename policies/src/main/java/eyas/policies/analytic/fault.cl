// Finds the first number of a window that is not finite: its environment, step and row, and what led to it.
// Runs as one work-item after window_norm, and only looks when a gradient is not finite. The record is laid out as world.cl does.
#define FAULT_HEAD 5
// rows of what can be found: state after the step, action, network row of the reverse pass
#define FAULT_ACTION STATE_ROWS
#define FAULT_NETWORK (FAULT_ACTION + TASK_ACTIONS)

// one lane of a row in the record of step k
inline float tape_at(__global const real* tape, int k, int row, int e, size_t groups) {
  const size_t g = e / LANES;
  __global const float* record = (__global const float*)RECORD(k);
  return record[(size_t)row * RECORD_STEP * LANES + e % LANES];
}

// the step that made the first state or action that is not finite, `steps` if there is none; at: its environment
inline int fault_forward(__global const real* tape, __global const real* state, __global const word* broken, int steps, int groups,
                         int* at) {
  for (int k = 0; k <= steps; k++)
    for (int e = 0; e < groups * LANES; e++) {
      *at = e;
      for (int i = 0; i < STATE_ROWS; i++) {
        float x = k < steps ? tape_at(tape, k, T_STATE + i, e, groups) : ((__global const float*)state)[(size_t)i * groups * LANES + e];
        if (!isfinite(x)) return max(k - 1, 0);
      }
      if (k == steps) continue;
      for (int i = 0; i < TASK_ACTIONS; i++)
        if (!isfinite(tape_at(tape, k, T_ACTION + i, e, groups))) return k;
      if (((__global const uint*)broken)[e] == (uint)k + 1u) return k;
    }
  return steps;
}

// the first step of the reverse pass that left a number that is not finite, -1 if there is none
inline int fault_backward(__global const real* tape, int steps, int groups, int* at) {
  for (int k = steps - 1; k >= 0; k--)
    for (int e = 0; e < groups * LANES; e++) {
      *at = e;
      for (int i = 0; i < NET_ROWS; i++)
        if (!isfinite(tape_at(tape, k, i, e, groups))) return k;
    }
  return -1;
}

// computes step k of a work-item again, as window_forward did, and leaves the state after it in `scratch`
inline void fault_step(__global const real* tape, __global const real* parameters, __global real* scratch, int k, int e, uint age,
                       uint episode, int action_row, uint key0, uint key1, int groups) {
  const size_t g = e / LANES;
  __global const real* record = RECORD(k);
  real s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS];
  UNROLL for (int i = 0; i < STATE_ROWS; i++) s[i] = record[(T_STATE + i) * RECORD_STEP];
  UNROLL for (int i = 0; i < PARAMETER_ROWS; i++) p[i] = parameters[(size_t)i * groups + g];
  UNROLL for (int i = 0; i < TASK_ACTIONS; i++) a[i] = record[(action_row + i) * RECORD_STEP];
  task_advance(s, p, a);
  word lanes = (uint)FIRST_ENVIRONMENT + (uint)g * LANES + LANE_INDICES;
  Random random = random_of(lanes, (word)(episode), (word)(age), key0, key1);
  task_update(s, p, &random);
  UNROLL for (int i = 0; i < STATE_ROWS; i++) scratch[i] = s[i];
}

__kernel void window_fault(__global const float* statistics, __global const real* tape, __global const real* state,
                           __global const real* parameters, __global const word* begun, __global const word* broken,
                           __global real* scratch, __global int* fault, int members, int steps, int groups, int teacher_flies,
                           uint key0, uint key1) {
  if (fault[0] != 0) return;
  int dropped = 0;
  for (int m = 0; m < members; m++) dropped |= !isfinite(statistics[2 * m]);
  if (!dropped) return;
  int e = 0, k = fault_forward(tape, state, broken, steps, groups, &e);
  if (k == steps) k = fault_backward(tape, steps, groups, &e);
  if (k < 0) return;

  // the step in its episode: steps since the window began, or since the last restart in it
  __global const uint* start = (__global const uint*)begun;
  uint age = start[e] + (uint)k + 1u, episode = start[groups * LANES + e];
  for (int j = 0; j < k; j++)
    if (tape_at(tape, j, T_KEEP, e, groups) == 0.0f) {
      age = (uint)(k - j);
      episode++;
    }
  int action_row = TAUGHT && teacher_flies ? T_TARGET : T_ACTION;
  fault_step(tape, parameters, scratch, k, e, age, episode, action_row, key0, key1, groups);

  __global float* dump = (__global float*)(fault + FAULT_HEAD);
  __global const float* after = (__global const float*)scratch;
  __global const float* physical = (__global const float*)parameters;
  int row = -1;
  for (int i = NET_ROWS - 1; i >= 0; i--)
    if (!isfinite(tape_at(tape, k, i, e, groups))) row = FAULT_NETWORK + i;
  for (int i = TASK_ACTIONS - 1; i >= 0; i--) {
    float x = tape_at(tape, k, action_row + i, e, groups);
    dump[STATE_ROWS + PARAMETER_ROWS + i] = x;
    if (!isfinite(x)) row = FAULT_ACTION + i;
  }
  for (int i = STATE_ROWS - 1; i >= 0; i--) {
    float x = after[i * LANES + e % LANES];
    dump[STATE_ROWS + PARAMETER_ROWS + TASK_ACTIONS + i] = x;
    dump[i] = tape_at(tape, k, T_STATE + i, e, groups);
    if (!isfinite(x)) row = i;
  }
  for (int i = 0; i < PARAMETER_ROWS; i++) dump[STATE_ROWS + i] = physical[(size_t)i * groups * LANES + e];
  fault[0] = 1;
  fault[1] = e;
  fault[2] = (int)age;
  fault[3] = row;
  fault[4] = (int)episode;
}
