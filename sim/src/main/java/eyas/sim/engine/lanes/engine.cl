// The physics alone, behind task_advance(state, parameters, actions).
__kernel void engine_advance(__global real* restrict state, __global const real* restrict parameters,
                             __global const real* restrict actions) {
  real s[STATE_ROWS], p[PARAMETER_ROWS], a[TASK_ACTIONS];
  world_load(state, STATE_ROWS, s);
  world_load(parameters, PARAMETER_ROWS, p);
  world_load(actions, TASK_ACTIONS, a);
  task_advance(s, p, a);
  world_store(s, STATE_ROWS, state);
}
