// adds the weight gradient of one layer over the records [first, last) of the tape
#define GRADIENT_BLOCK(WEIGHTS, BIASES, INPUT, DELTA, IN, OUT)                                            \
  for (int o = 0; o < OUT; o += 4) {                                                                      \
    for (int k = 0; k < IN; k += 4) {                                                                     \
      real a[4][4];                                                                                       \
      for (int i = 0; i < 4; i++)                                                                         \
        for (int j = 0; j < 4; j++) a[i][j] = sum[WEIGHTS + (o + i) * IN + k + j];                        \
      for (int t = at; t < end; t++) {                                                                    \
        const __global real* record = GRADIENT_RECORD(t);                                                 \
        real x[4];                                                                                        \
        _Pragma("unroll") for (int j = 0; j < 4; j++) x[j] = record[(INPUT + k + j) * RECORD_STEP];       \
        _Pragma("unroll") for (int i = 0; i < 4; i++) {                                                   \
          real y = record[(DELTA + o + i) * RECORD_STEP];                                                 \
          _Pragma("unroll") for (int j = 0; j < 4; j++) a[i][j] += y * x[j];                              \
        }                                                                                                 \
      }                                                                                                   \
      for (int i = 0; i < 4; i++)                                                                         \
        for (int j = 0; j < 4; j++) sum[WEIGHTS + (o + i) * IN + k + j] = a[i][j];                        \
    }                                                                                                     \
    real b[4];                                                                                            \
    for (int i = 0; i < 4; i++) b[i] = sum[BIASES + o + i];                                               \
    for (int t = at; t < end; t++) {                                                                      \
      const __global real* record = GRADIENT_RECORD(t);                                                   \
      _Pragma("unroll") for (int i = 0; i < 4; i++) b[i] += record[(DELTA + o + i) * RECORD_STEP];        \
    }                                                                                                     \
    for (int i = 0; i < 4; i++) sum[BIASES + o + i] = b[i];                                               \
  }
