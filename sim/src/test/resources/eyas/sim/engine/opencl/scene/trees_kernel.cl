// accelerations of trees under given forces, in the kernel's order of degrees of freedom
__kernel void tree_accelerations(__global const real* restrict state, __global const real* restrict parameters,
                                 __global const real* restrict forces, __global real* restrict out) {
  real s[SCENE_STATE_ROWS], p[SCENE_PARAMETER_ROWS], f[TREE_DOF_COUNT];
  world_load(state, SCENE_STATE_ROWS, s);
  world_load(parameters, SCENE_PARAMETER_ROWS, p);
  world_load(forces, TREE_DOF_COUNT, f);
  Work w;
  real none[TREE_DOF_COUNT];
  for (int d = 0; d < TREE_DOF_COUNT; d++) none[d] = (real)(0.0f);
  tree_load(&w, s, p);
  tree_frames(&w);
  tree_inertias(&w, p);
  tree_mass_matrix(&w);
  tree_bias(&w, w.v + 6 * FREE_COUNT);
  tree_factor(&w, none);
  for (int d = 0; d < TREE_DOF_COUNT; d++) f[d] -= w.bias[d];
  for (int c = 0; c < COMPONENT_COUNT; c++) tree_solve(&w, COMPONENT_DOF[c], COMPONENT_DOF[c + 1], f);
  world_store(f, TREE_DOF_COUNT, out);
}
