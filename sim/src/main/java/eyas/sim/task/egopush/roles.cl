// EgoPush: which layer of the robot's camera shows which box. Instances are rows; box 0 is the anchor.
__kernel void push_roles(__global const real* restrict state, __global word* restrict roles) {
  size_t g = get_global_id(0), n = get_global_size(0);
  real active = state[ACTIVE_ROW * n + g];
  roles[ANCHOR_INSTANCE * n + g] = (word)(ANCHOR_LAYER);
  for (int b = 1; b < BOXES; b++)
    roles[(ANCHOR_INSTANCE + b) * n + g] = SEL_WORD(active == (float)b, (uint)ACTIVE_LAYER, (uint)OBSTACLE_LAYER);
}
