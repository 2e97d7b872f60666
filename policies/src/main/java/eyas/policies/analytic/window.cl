// Analytic policy gradient: a window of STEPS steps through policy and world, its reverse pass, and weight gradients.
// A batch of MEMBERS policies trains side by side; MEMBER_GROUPS work-items belong to each.
#if LANES == 1
#define RECORD_STEP groups
#define RECORD(k) (tape + (size_t)(k) * TAPE_ROWS * groups + g)
#else
#define RECORD_STEP 1
#define RECORD(k) (tape + ((size_t)(k) * groups + g) * TAPE_ROWS)
#endif
// rows of a record: network, state before the step, action, whether the episode went on, the teacher's action
#define T_STATE NET_ROWS
#define T_ACTION (T_STATE + STATE_ROWS)
#define T_KEEP (T_ACTION + TASK_ACTIONS)
#define T_TARGET (T_KEEP + 1)
#define TAPE_ROWS ((T_TARGET + (TAUGHT ? TASK_ACTIONS : 0)) | 1)

// runs the policy in the world for a window and keeps the tape; restart: environments that begin anew
__kernel void window_forward(__global real* restrict state, __global const real* restrict parameters, __global word* restrict counters,
                             __global real* restrict hidden, __global const float* restrict weights, __global real* restrict tape,
                             __global real* restrict losses, __global word* restrict restart, __global word* restrict begun,
                             __global word* restrict broken,
#if TAUGHT
                             __global const float* restrict teachers, __global const int* restrict teacher_of, int teacher_flies,
                             __global real* restrict gaps,
#endif
                             uint key0, uint key1, int steps) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  const __global float* w = weights + (g / MEMBER_GROUPS) * NET_WEIGHTS;
  real s[STATE_ROWS], p[PARAMETER_ROWS], h[NET_STATE];
  world_load(state, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(hidden, NET_STATE, h);
  word age = counters[g], episode = counters[groups + g];
  mask anew = restart[g] != 0u;
  word broken_at = (word)(0u);
  begun[g] = SEL_WORD(anew, 0u, age);
  begun[groups + g] = SEL_WORD(anew, episode + 1u, episode);
  real loss = (real)(0.0f), lost_count = (real)(0.0f), gap = (real)(0.0f);
  for (int k = 0; k < steps; k++) {
    if (ANY(anew)) {
      world_restart(s, p, &age, &episode, anew, key0, key1);
      for (int i = 0; i < NET_STATE; i++) h[i] = SEL(anew, 0.0f, h[i]);
    }
    __global real* record = RECORD(k);
    real x[NET_INPUTS], a[TASK_ACTIONS], before[STATE_ROWS];
    for (int i = 0; i < STATE_ROWS; i++) {
      before[i] = s[i];
      record[(T_STATE + i) * RECORD_STEP] = s[i];
    }
    NET_OBSERVE(s, p, x);
    net_forward(w, x, h, a, record, RECORD_STEP, 1);
    for (int i = 0; i < TASK_ACTIONS; i++) record[(T_ACTION + i) * RECORD_STEP] = a[i];
#if TAUGHT
    real y[TEACHER_INPUTS], target[TASK_ACTIONS];
    TEACHER_OBSERVE(s, p, y);
    teacher_act(teachers + (size_t)teacher_of[g] * TEACHER_WEIGHTS, y, target);
    for (int i = 0; i < TASK_ACTIONS; i++) {
      record[(T_TARGET + i) * RECORD_STEP] = target[i];
      gap += SQUARE(a[i] - target[i]);
      a[i] = teacher_flies ? target[i] : a[i];
    }
#endif
    task_advance(s, p, a);
    loss += task_loss(before, s, p, a);
    age += 1u;
    Random random = random_of(world_lanes(), episode, age, key0, key1);
    task_update(s, p, &random);
    anew = task_lost(s, p);
    // a state that is not finite counts as lost: the restart would leave no trace of it
    if (ANY(anew)) broken_at = SEL_WORD(anew & world_not_finite(s) & (broken_at == 0u), (uint)k + 1u, broken_at);
    record[T_KEEP * RECORD_STEP] = SEL(anew, 0.0f, 1.0f);
    lost_count += SEL(anew, 1.0f, 0.0f);
  }
  if (ANY(anew)) {
    world_restart(s, p, &age, &episode, anew, key0, key1);
    for (int i = 0; i < NET_STATE; i++) h[i] = SEL(anew, 0.0f, h[i]);
  }
  world_store(s, STATE_ROWS, state);
  world_store(h, NET_STATE, hidden);
  counters[g] = age;
  counters[groups + g] = episode;
  restart[g] = (word)(0u);
  broken[g] = broken_at;
  losses[g] = loss;
  losses[groups + g] = lost_count;
#if TAUGHT
  gaps[g] = gap;
#endif
}

// reverse pass: leaves the deltas of every layer on the tape
__kernel void window_backward(__global const real* restrict parameters, __global const float* restrict weights,
                              __global real* restrict tape, int steps, float world_weight, float teacher_weight, float limit) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  const __global float* w = weights + (g / MEMBER_GROUPS) * NET_WEIGHTS;
  real p[PARAMETER_ROWS], adjoint[ADJOINT_ROWS], dh[NET_STATE];
  world_load(parameters, PARAMETER_ROWS, p);
  for (int i = 0; i < ADJOINT_ROWS; i++) adjoint[i] = (real)(0.0f);
  for (int i = 0; i < NET_STATE; i++) dh[i] = (real)(0.0f);
  for (int k = steps - 1; k >= 0; k--) {
    __global real* record = RECORD(k);
    real s[STATE_ROWS], after[STATE_ROWS], a[TASK_ACTIONS], da[TASK_ACTIONS], dx[NET_STRIDE];
    for (int i = 0; i < STATE_ROWS; i++) after[i] = s[i] = record[(T_STATE + i) * RECORD_STEP];
    for (int i = 0; i < TASK_ACTIONS; i++) {
      a[i] = record[(T_ACTION + i) * RECORD_STEP];
      da[i] = (real)(0.0f);
    }
    // nothing flows back over a reset
    real keep = record[T_KEEP * RECORD_STEP];
    for (int i = 0; i < ADJOINT_ROWS; i++) adjoint[i] *= keep;
    for (int i = 0; i < NET_STATE; i++) dh[i] *= keep;
#if TAUGHT
    if (world_weight != 0.0f)
#endif
    {
      real gs[ADJOINT_ROWS], gb[ADJOINT_ROWS];
      for (int i = 0; i < ADJOINT_ROWS; i++) gs[i] = gb[i] = (real)(0.0f);
      task_advance(after, p, a);
      task_loss_adjoint(s, after, p, a, gs, da, gb);
      for (int i = 0; i < TASK_ACTIONS; i++) da[i] *= world_weight;
      for (int i = 0; i < ADJOINT_ROWS; i++) adjoint[i] += world_weight * gs[i];
      task_advance_adjoint(s, p, a, adjoint, da);
      for (int i = 0; i < ADJOINT_ROWS; i++) adjoint[i] += world_weight * gb[i];
    }
#if TAUGHT
    for (int i = 0; i < TASK_ACTIONS; i++) da[i] += teacher_weight * (a[i] - record[(T_TARGET + i) * RECORD_STEP]);
#endif
    net_backward(w, da, dh, dx, record, RECORD_STEP);
#if TAUGHT
    if (world_weight != 0.0f)
#endif
      NET_OBSERVE_ADJOINT(s, p, dx, adjoint);
    // a chaotic episode must not drown the others: its adjoint is kept below a norm of `limit`
    real square = (real)(0.0f);
    for (int i = 0; i < ADJOINT_ROWS; i++) square += SQUARE(adjoint[i]);
    for (int i = 0; i < NET_STATE; i++) square += SQUARE(dh[i]);
    real shrink = SEL(square > limit * limit, limit / sqrt(square), 1.0f);
    for (int i = 0; i < ADJOINT_ROWS; i++) adjoint[i] *= shrink;
    for (int i = 0; i < NET_STATE; i++) dh[i] *= shrink;
  }
}

// record number t of a member: step t / MEMBER_GROUPS, work-item t % MEMBER_GROUPS of that member
#if LANES == 1
#define GRADIENT_RECORD(t) \
  (tape + (size_t)((t) / MEMBER_GROUPS) * TAPE_ROWS * groups + member * MEMBER_GROUPS + (t) % MEMBER_GROUPS)
#else
#define GRADIENT_RECORD(t) \
  (tape + ((size_t)((t) / MEMBER_GROUPS) * groups + member * MEMBER_GROUPS + (t) % MEMBER_GROUPS) * TAPE_ROWS)
#endif
#define CHUNK 24

// partial weight gradients: work-item = member * PARTS + part; partial [member][part][weight]
__kernel void window_gradient(__global const real* restrict tape, __global real* restrict partial, int steps, int groups) {
  const int id = get_global_id(0), member = id / PARTS, part = id % PARTS;
  __global real* restrict sum = partial + (size_t)id * NET_WEIGHTS;
  const int records = steps * MEMBER_GROUPS;
  const int first = records * part / PARTS, last = records * (part + 1) / PARTS;
  for (int i = 0; i < NET_WEIGHTS; i++) sum[i] = (real)(0.0f);
  for (int at = first; at < last; at += CHUNK) {
    const int end = min(at + CHUNK, last);
    NET_GRADIENTS(GRADIENT_BLOCK)
  }
}

// gradient [member][weight] = scale * sum over parts and lanes
__kernel void window_reduce(__global const real* restrict partial, __global float* restrict gradient, float scale) {
  const size_t id = get_global_id(0), member = id / NET_WEIGHTS, i = id % NET_WEIGHTS;
  real sum = (real)(0.0f);
  for (int part = 0; part < PARTS; part++) sum += partial[(member * PARTS + part) * NET_WEIGHTS + i];
  gradient[id] = scale * LANE_SUM(sum);
}

// norm of each member's gradient; a gradient that is not finite is dropped and the member's environments begin anew
// statistics [member]: norm, dropped updates
__kernel void window_norm(__global const float* restrict gradient, __global float* restrict statistics, __global word* restrict restart) {
  const size_t member = get_global_id(0);
  float part[16] = {0};
  for (int i = 0; i < NET_WEIGHTS; i += 16)
    for (int j = 0; j < 16; j++) {
      float x = i + j < NET_WEIGHTS ? gradient[member * NET_WEIGHTS + i + j] : 0.0f;
      part[j] += x * x;
    }
  float sum = 0;
  for (int j = 0; j < 16; j++) sum += part[j];
  float norm = sqrt(sum);
  statistics[2 * member] = norm;
  if (isfinite(norm)) return;
  statistics[2 * member + 1] += 1.0f;
  for (int i = 0; i < MEMBER_GROUPS; i++) restart[member * MEMBER_GROUPS + i] = (word)(1u);
}

// Adam (Kingma and Ba 2015) on the gradient clipped to a norm of `clip`; rate is corrected for the bias of the moments
__kernel void window_adam(__global float* restrict weights, __global const float* restrict gradient, __global float* restrict first,
                          __global float* restrict second, __global const float* restrict statistics, float rate, float correction2,
                          float clip) {
  const size_t id = get_global_id(0), member = id / NET_WEIGHTS;
  const float norm = statistics[2 * member];
  if (!isfinite(norm)) return;
  const float x = gradient[id] * (norm > clip ? clip / norm : 1.0f);
  const float m = 0.9f * first[id] + 0.1f * x;
  const float v = 0.999f * second[id] + 0.001f * x * x;
  first[id] = m;
  second[id] = v;
  weights[id] -= rate * m / (sqrt(v * correction2) + 1e-8f);
}
