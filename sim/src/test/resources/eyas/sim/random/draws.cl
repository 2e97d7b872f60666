// words, uniform and normal numbers of one stream; out is [row][environment]
__kernel void draws(__global word* words, __global real* uniform, __global real* normal, uint key0, uint key1, uint episode,
                    uint age, uint stream, uint draw) {
  const size_t g = get_global_id(0), n = get_global_size(0);
  Random random = random_of((uint)g * LANES + LANE_INDICES, (word)(episode), (word)(age), key0, key1);
  word w[4];
  real u[4], z[4];
  random_words(&random, stream, draw, w);
  random_uniform(&random, stream, draw, u);
  random_normal(&random, stream, draw, z);
  for (int i = 0; i < 4; i++) {
    words[i * n + g] = w[i];
    uniform[i * n + g] = u[i];
    normal[i * n + g] = z[i];
  }
}
