// What kernels of a world share: loading and storing rows, and starting an episode.
inline word world_lanes(void) { return (uint)get_global_id(0) * LANES + LANE_INDICES; }

inline void world_load(__global const real* from, int rows, real* to) {
  size_t g = get_global_id(0), n = get_global_size(0);
  UNROLL for (int i = 0; i < rows; i++) to[i] = from[i * n + g];
}

inline void world_store(const real* from, int rows, __global real* to) {
  size_t g = get_global_id(0), n = get_global_size(0);
  UNROLL for (int i = 0; i < rows; i++) to[i * n + g] = from[i];
}

// starts a new episode in the lanes of `which`
inline void world_restart(real* s, const real* p, word* age, word* episode, mask which, uint key0, uint key1) {
  real fresh[STATE_ROWS];
  word next = *episode + 1u;
  Random random = random_of(world_lanes(), next, (word)(0u), key0, key1);
  task_reset(fresh, p, &random);
  UNROLL for (int i = 0; i < STATE_ROWS; i++) s[i] = SEL(which, fresh[i], s[i]);
  *age = SEL_WORD(which, 0u, *age);
  *episode = SEL_WORD(which, next, *episode);
}
