// One control period of every environment.
__kernel void scene_engine_advance(__global real* restrict state, __global const real* restrict parameters,
                                   __global const real* restrict commands) {
  real s[SCENE_STATE_ROWS], p[SCENE_PARAMETER_ROWS], c[SCENE_COMMAND_ARRAY];
  world_load(state, SCENE_STATE_ROWS, s);
  world_load(parameters, SCENE_PARAMETER_ROWS, p);
  world_load(commands, SCENE_COMMANDS, c);
  scene_advance(s, p, c);
  world_store(s, SCENE_STATE_ROWS, state);
}
