// where the outputs of this band begin
typedef struct {
  __global float* depth;
  __global float* layers;
  __global uint* ids;
  __global float* normals;
  __global float* rgb;
} Pictures;

// a word for each pixel of four rows, the same in every lane width
inline void camera_words(const Random* random, int row, word w[TILES][4]) {
  for (int t = 0; t < TILES; t++) {
    word draw = (uint)(((uint)CAMERA_INDEX << 24) + ((uint)(row / 4) << 12) + (uint)(t * LANES)) + LANE_INDICES;
    random_words_at(random, STREAM_CAMERA_DEPTH, draw, w[t]);
  }
}

// true where the depth jumps to the left or the right
inline mask camera_edge(const float* z, real own, int tile) {
  word column = (uint)(tile * LANES) + LANE_INDICES;
  real before = SEL(column == 0u, own, REAL_LOAD(z - 1));
  real after = SEL(column == (uint)(CAMERA_WIDTH - 1), own, REAL_LOAD(z + 1));
  real step = CAMERA_EDGE * own;
  return (abs_(before - own) > step) | (abs_(after - own) > step);
}

// depth as it is measured: with noise, 0 where it drops out or lies out of range
inline real camera_measured(const float* z, real own, word w, int tile) {
  real depth = own;
  mask valid = own < MISS;
  if (CAMERA_NOISE) {
    word sum = (w & 31u) + ((w >> 5) & 31u) + ((w >> 10) & 31u) + ((w >> 15) & 31u);
    depth += (CAMERA_DEVIATION + CAMERA_GROWTH * (own * own)) * ((TO_REAL(sum) - 62.0f) * 5.4152970e-2f);
    word threshold = (word)((uint)CAMERA_DROP_OUT);
    if (CAMERA_EDGE_DROP_OUT != CAMERA_DROP_OUT)
      threshold = SEL_WORD(camera_edge(z, own, tile), (uint)CAMERA_EDGE_DROP_OUT, threshold);
    valid = valid & ((w >> 20) >= threshold);
  }
  return SEL(valid & (depth >= CAMERA_NEAR) & (depth <= CAMERA_FAR), depth, 0.0f);
}

// the pixels from column x on, which may overlap those before: widths need not be whole tiles
inline void camera_put(const Pictures* to, int x, int at, const float* measured, const uint* seen) {
  real depth = REAL_LOAD(measured + x);
  word code = WORD_LOAD(seen + x);
  if (CAMERA_DEPTH) REAL_STORE(depth, to->depth + at);
  UNROLL for (int l = 0; l < CAMERA_LAYERS; l++) {
    mask shown = (code & (0x10000u << l)) != 0u;
    REAL_STORE(SEL(shown, depth, 0.0f), to->layers + l * PIXELS + at);
  }
  if (CAMERA_IDS) {
    uint shapes[LANES];
    WORD_STORE(code & 0xffffu, shapes);
    for (int k = 0; k < LANES; k++) to->ids[at + k] = shapes[k] ? CAMERA_INSTANCE[shapes[k] - 1] + 1 : 0;
  }
}

inline void camera_band_out(const Pictures* to, const Random* random, int row0, int rows, const real* z, const word* code) {
  word w[TILES][4];
  real measured[TILES];
  for (int r = 0; r < rows; r++) {
    if (CAMERA_NOISE && (r & 3) == 0) camera_words(random, row0 + r, w);
    const real* own = z + 1 + r * TILES;
    for (int t = 0; t < TILES; t++)
      measured[t] = camera_measured((const float*)(own + t), own[t], CAMERA_NOISE ? w[t][r & 3] : (word)(0u), t);
    const uint* seen = (const uint*)(code + 1 + r * TILES);
    for (int x = 0; x < CAMERA_WIDTH; x += LANES) {
      int from = min(x, CAMERA_WIDTH - LANES);
      camera_put(to, from, (row0 + r) * CAMERA_WIDTH + from, (const float*)measured, seen);
    }
  }
}
