// What kernels of a world share: the environments of a work-item, and starting an episode.
// FIRST_ENVIRONMENT is not zero where one environment of a larger batch is run again alone
inline word world_lanes(void) { return (uint)FIRST_ENVIRONMENT + (uint)get_global_id(0) * LANES + LANE_INDICES; }

inline mask world_not_finite(const real* s) {
  // a sum of zeros times the values is zero unless one of them is not finite
  real sum = (real)(0.0f);
  UNROLL for (int i = 0; i < STATE_ROWS; i++) sum += 0.0f * s[i];
  return !(sum == 0.0f);
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
