__kernel void all_poses(__global const real* restrict state, __global real* restrict poses) {
  real s[SCENE_STATE_ROWS], p[1];
  world_load(state, SCENE_STATE_ROWS, s);
  Placed out[SCENE_SOLIDS];
  scene_poses(s, p, out);
  size_t g = get_global_id(0), n = get_global_size(0);
  for (int i = 0; i < SCENE_SOLIDS; i++) {
    __global real* to = poses + 7 * i * n + g;
    to[0] = out[i].x;
    to[n] = out[i].y;
    to[2 * n] = out[i].z;
    to[3 * n] = out[i].qw;
    to[4 * n] = out[i].qx;
    to[5 * n] = out[i].qy;
    to[6 * n] = out[i].qz;
  }
}
