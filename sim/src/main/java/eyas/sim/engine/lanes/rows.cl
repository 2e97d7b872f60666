// Loading and storing rows of [row][environment] buffers.
inline void world_load(__global const real* from, int rows, real* to) {
  size_t g = get_global_id(0), n = get_global_size(0);
  UNROLL for (int i = 0; i < rows; i++) to[i] = from[i * n + g];
}

inline void world_store(const real* from, int rows, __global real* to) {
  size_t g = get_global_id(0), n = get_global_size(0);
  UNROLL for (int i = 0; i < rows; i++) to[i * n + g] = from[i];
}
