// The task's functions and adjoints on arrays, for tests. An adjoint has ADJOINT_ROWS rows.
__kernel void reward_of(__global const real* before, __global const real* after, __global const real* parameters,
                        __global const real* actions, __global real* out) {
  real b[STATE_ROWS], s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS], terms[REWARD_TERMS], o[3];
  world_load(before, STATE_ROWS, b);
  world_load(after, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(actions, TASK_ACTIONS, a);
  o[0] = task_reward(b, s, p, a, terms);
  o[1] = SEL(task_terminated(s, p), 1.0f, 0.0f);
  o[2] = task_loss(b, s, p, a);
  world_store(o, 3, out);
}

__kernel void advance_adjoint(__global const real* state, __global const real* parameters, __global const real* actions,
                              __global real* adjoint, __global real* action_adjoint) {
  real s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS], g[ADJOINT_ROWS], ga[TASK_ACTIONS];
  world_load(state, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(actions, TASK_ACTIONS, a);
  world_load(adjoint, ADJOINT_ROWS, g);
  world_load(action_adjoint, TASK_ACTIONS, ga);
  task_advance_adjoint(s, p, a, g, ga);
  world_store(g, ADJOINT_ROWS, adjoint);
  world_store(ga, TASK_ACTIONS, action_adjoint);
}

__kernel void loss_adjoint(__global const real* before, __global const real* after, __global const real* parameters,
                           __global const real* actions, __global real* adjoint, __global real* action_adjoint,
                           __global real* before_adjoint) {
  real b[STATE_ROWS], s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS];
  real g[ADJOINT_ROWS], ga[TASK_ACTIONS], gb[ADJOINT_ROWS];
  world_load(before, STATE_ROWS, b);
  world_load(after, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(actions, TASK_ACTIONS, a);
  world_load(adjoint, ADJOINT_ROWS, g);
  world_load(action_adjoint, TASK_ACTIONS, ga);
  world_load(before_adjoint, ADJOINT_ROWS, gb);
  task_loss_adjoint(b, s, p, a, g, ga, gb);
  world_store(g, ADJOINT_ROWS, adjoint);
  world_store(ga, TASK_ACTIONS, action_adjoint);
  world_store(gb, ADJOINT_ROWS, before_adjoint);
}

#define OBSERVE_ADJOINT(GROUP, SIZE)                                                                                    \
  __kernel void GROUP##_adjoint(__global const real* state, __global const real* parameters, __global const real* from, \
                                __global real* adjoint) {                                                               \
    real s[STATE_ROWS], p[PARAMETER_ROWS], o[SIZE], h[ADJOINT_ROWS];                                                    \
    world_load(state, STATE_ROWS, s);                                                                                   \
    world_load(parameters, PARAMETER_ROWS, p);                                                                          \
    world_load(from, SIZE, o);                                                                                          \
    world_load(adjoint, ADJOINT_ROWS, h);                                                                               \
    task_observe_##GROUP##_adjoint(s, p, o, h);                                                                         \
    world_store(h, ADJOINT_ROWS, adjoint);                                                                              \
  }

#define OBSERVE(GROUP, SIZE)                                                                                            \
  __kernel void GROUP(__global const real* state, __global const real* parameters, __global real* out) {                \
    real s[STATE_ROWS], p[PARAMETER_ROWS], o[SIZE];                                                                     \
    world_load(state, STATE_ROWS, s);                                                                                   \
    world_load(parameters, PARAMETER_ROWS, p);                                                                          \
    task_observe_##GROUP(s, p, o);                                                                                      \
    world_store(o, SIZE, out);                                                                                          \
  }

OBSERVE(onboard, 22)
OBSERVE(privileged, 36)
OBSERVE_ADJOINT(onboard, 22)
OBSERVE_ADJOINT(privileged, 36)
