// Convolutions (relu) and a dense layer on pictures of one channel, LANES pictures per work-item; weights as PyTorch orders them.
#define INLINE inline __attribute__((always_inline))
#if LANES == 1
#define RECORD(g) (tape + (g))
#define STEP groups
#define LANE_LOAD(from) ((from)[0])
#else
#define RECORD(g) (tape + (size_t)(g) * TAPE_ROWS)
#define STEP 1
#define LANE_LOAD(from) LANES_NAME(vload, LANES)(0, from)
#endif
#define AT(row) record[(size_t)(row) * STEP]
#define CHUNK 8

// sizes of a convolution: input channels, rows, columns; filters, kernel, stride; output rows, columns
#define CONVOLUTION_ARGUMENTS int C, int H, int W, int F, int K, int S, int OH, int OW

INLINE void image_convolve(__global const float* restrict w, __global const float* restrict b, __global real* restrict record,
                           size_t groups, int in, int out, CONVOLUTION_ARGUMENTS) {
  for (int f = 0; f < F; f += 8) {
    for (int y = 0; y < OH; y++) {
      for (int x = 0; x < OW; x++) {
        real a[8];
        UNROLL for (int i = 0; i < 8; i++) a[i] = (real)(b[f + i]);
        for (int c = 0; c < C; c++) {
          for (int j = 0; j < K; j++) {
            for (int k = 0; k < K; k++) {
              real v = AT(in + (c * H + y * S + j) * W + x * S + k);
              UNROLL for (int i = 0; i < 8; i++) a[i] += w[(((f + i) * C + c) * K + j) * K + k] * v;
            }
          }
        }
        UNROLL for (int i = 0; i < 8; i++) AT(out + ((f + i) * OH + y) * OW + x) = positive_(a[i]);
      }
    }
  }
}

// adjoint of the input of a convolution, cut off where the input's own relu was
INLINE void image_convolve_adjoint(__global const float* restrict w, __global real* restrict record, size_t groups, int in, int din,
                                   int dout, CONVOLUTION_ARGUMENTS) {
  for (int i = 0; i < C * H * W; i++) AT(din + i) = (real)(0.0f);
  for (int f = 0; f < F; f += 8) {
    for (int y = 0; y < OH; y++) {
      for (int x = 0; x < OW; x++) {
        real d[8];
        UNROLL for (int i = 0; i < 8; i++) d[i] = AT(dout + ((f + i) * OH + y) * OW + x);
        for (int c = 0; c < C; c++) {
          for (int j = 0; j < K; j++) {
            for (int k = 0; k < K; k++) {
              real a = AT(din + (c * H + y * S + j) * W + x * S + k);
              UNROLL for (int i = 0; i < 8; i++) a += w[(((f + i) * C + c) * K + j) * K + k] * d[i];
              AT(din + (c * H + y * S + j) * W + x * S + k) = a;
            }
          }
        }
      }
    }
  }
  for (int i = 0; i < C * H * W; i++) AT(din + i) = SEL(AT(in + i) > 0.0f, AT(din + i), 0.0f);
}

// weight gradient of a convolution over the records [at, end), added to `dw` and `db`
INLINE void image_convolve_gradient(__global float* restrict dw, __global float* restrict db, __global real* restrict tape,
                                    size_t groups, int at, int end, int in, int dout, CONVOLUTION_ARGUMENTS) {
  for (int f = 0; f < F; f += 4) {
    real sum[4];
    UNROLL for (int i = 0; i < 4; i++) sum[i] = (real)(0.0f);
    for (int t = at; t < end; t++) {
      __global real* record = RECORD(t);
      for (int p = 0; p < OH * OW; p++) {
        UNROLL for (int i = 0; i < 4; i++) sum[i] += AT(dout + (f + i) * OH * OW + p);
      }
    }
    UNROLL for (int i = 0; i < 4; i++) db[f + i] += LANE_SUM(sum[i]);
    for (int c = 0; c < C; c++) {
      for (int j = 0; j < K; j++) {
        for (int k = 0; k < K; k++) {
          real a[4];
          UNROLL for (int i = 0; i < 4; i++) a[i] = (real)(0.0f);
          for (int t = at; t < end; t++) {
            __global real* record = RECORD(t);
            for (int y = 0; y < OH; y++) {
              for (int x = 0; x < OW; x++) {
                real v = AT(in + (c * H + y * S + j) * W + x * S + k);
                UNROLL for (int i = 0; i < 4; i++) a[i] += AT(dout + ((f + i) * OH + y) * OW + x) * v;
              }
            }
          }
          UNROLL for (int i = 0; i < 4; i++) dw[(((f + i) * C + c) * K + j) * K + k] += LANE_SUM(a[i]);
        }
      }
    }
  }
}

INLINE real image_slope(real y) { return LATENT_TANH ? 1.0f - SQUARE(y) : LATENT_RELU ? SEL(y > 0.0f, 1.0f, 0.0f) : (real)(1.0f); }

// latents of `count` pictures, [picture][latent]; the pixels of picture i begin at places[i]
__kernel void image_forward(__global const float* restrict rows, __global const float* restrict weights, __global real* restrict tape,
                            __global float* restrict latents, __global const int* restrict places, int count) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  __global real* record = RECORD(g);
  size_t from[LANES];
  for (int l = 0; l < LANES; l++) {
    from[l] = (size_t)places[min((int)g * LANES + l, count - 1)];
  }
  for (int k = 0; k < PIXELS; k++) {
    float t[LANES];
    for (int l = 0; l < LANES; l++) t[l] = rows[from[l] + k];
    AT(k) = LANE_LOAD(t);
  }
  FORWARD_LAYERS
  for (int o = 0; o < LATENT; o++) {
    real a = (real)(weights[DENSE_BIAS + o]);
    for (int i = 0; i < DENSE_INPUTS; i++) a += weights[DENSE_WEIGHT + o * DENSE_INPUTS + i] * AT(DENSE_ROW + i);
    a = LATENT_TANH ? tanh_(a) : LATENT_RELU ? positive_(a) : a;
    AT(LATENT_ROW + o) = a;
    const float* each = (const float*)&a;
    for (int l = 0; l < LANES; l++) {
      int i = (int)g * LANES + l;
      if (i < count) latents[(size_t)i * LATENT + o] = each[l];
    }
  }
}

// adjoints of all layers from those of the latents, [picture][latent]
__kernel void image_backward(__global const float* restrict adjoints, __global const float* restrict weights,
                             __global real* restrict tape, int count) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  __global real* record = RECORD(g);
  for (int o = 0; o < LATENT; o++) {
    float t[LANES];
    for (int l = 0; l < LANES; l++) {
      int i = (int)g * LANES + l;
      t[l] = i < count ? adjoints[(size_t)i * LATENT + o] : 0.0f;
    }
    AT(LATENT_ADJOINT + o) = LANE_LOAD(t) * image_slope(AT(LATENT_ROW + o));
  }
  for (int i = 0; i < DENSE_INPUTS; i++) {
    real a = (real)(0.0f);
    for (int o = 0; o < LATENT; o++) a += weights[DENSE_WEIGHT + o * DENSE_INPUTS + i] * AT(LATENT_ADJOINT + o);
    AT(DENSE_ADJOINT + i) = SEL(AT(DENSE_ROW + i) > 0.0f, a, 0.0f);
  }
  BACKWARD_LAYERS
}

// partial weight gradients, [part][weight]
__kernel void image_gradient(__global real* restrict tape, __global float* restrict partial, int records) {
  const int part = get_global_id(0);
  const size_t groups = records;
  __global float* restrict sum = partial + (size_t)part * ALL_WEIGHTS;
  const int first = records * part / PARTS, last = records * (part + 1) / PARTS;
  for (int i = 0; i < ALL_WEIGHTS; i++) sum[i] = 0.0f;
  for (int at = first; at < last; at += CHUNK) {
    const int end = min(at + CHUNK, last);
    GRADIENT_LAYERS
    // the dense layer is a convolution of one place
    image_convolve_gradient(sum + DENSE_WEIGHT, sum + DENSE_BIAS, tape, groups, at, end, DENSE_ROW, LATENT_ADJOINT, DENSE_INPUTS, 1, 1,
                            LATENT, 1, 1, 1, 1);
  }
}

__kernel void image_reduce(__global const float* restrict partial, __global float* restrict gradient) {
  const size_t i = get_global_id(0);
  float sum = 0.0f;
  for (int part = 0; part < PARTS; part++) sum += partial[(size_t)part * ALL_WEIGHTS + i];
  gradient[i] = sum;
}
