// The tape keeps what the reverse pass needs: TAPE_ROWS values per step and work-item.
// A CPU reads whole records, a GPU reads rows of neighbouring environments.
#if LANES == 1
#define TAPE(k, row) tape[((size_t)(k) * TAPE_ROWS + (row)) * groups + g]
#else
#define TAPE(k, row) tape[((size_t)(k) * groups + g) * TAPE_ROWS + (row)]
#endif
// weights are [out][in] with `in` padded to a multiple of four
#define PAD4(n) (((n) + 3) / 4 * 4)
#define INLINE inline __attribute__((always_inline))

// y = W x + b, blocks of eight or four outputs
INLINE void dense8(const __global float* restrict w, const __global float* restrict b, const real* x, real* y, int in, int stride,
                   int out) {
  for (int o = 0; o < out; o += 8) {
    real a[8];
    for (int i = 0; i < 8; i++) a[i] = (real)(b[o + i]);
    for (int k = 0; k < in; k++) {
      real v = x[k];
#pragma unroll
      for (int i = 0; i < 8; i++) a[i] += w[(o + i) * stride + k] * v;
    }
    for (int i = 0; i < 8; i++) y[o + i] = a[i];
  }
}

INLINE void dense4(const __global float* restrict w, const __global float* restrict b, const real* x, real* y, int in, int stride,
                   int out) {
  for (int o = 0; o < out; o += 4) {
    real a[4];
    for (int i = 0; i < 4; i++) a[i] = (real)(b[o + i]);
    for (int k = 0; k < in; k++) {
      real v = x[k];
#pragma unroll
      for (int i = 0; i < 4; i++) a[i] += w[(o + i) * stride + k] * v;
    }
    for (int i = 0; i < 4; i++) y[o + i] = a[i];
  }
}

// dx = W^T dy, or dx += W^T dy where `add` is set; blocks of eight inputs, then of four
INLINE void dense_adjoint(const __global float* restrict w, const real* dy, real* dx, int in, int stride, int out, int add) {
  int k = 0;
  for (; k + 8 <= in; k += 8) {
    real a[8];
    for (int i = 0; i < 8; i++) a[i] = add ? dx[k + i] : (real)(0.0f);
    for (int o = 0; o < out; o++) {
      real v = dy[o];
#pragma unroll
      for (int i = 0; i < 8; i++) a[i] += w[o * stride + k + i] * v;
    }
    for (int i = 0; i < 8; i++) dx[k + i] = a[i];
  }
  for (; k < in; k++) {
    real a = add ? dx[k] : (real)(0.0f);
    for (int o = 0; o < out; o++) a += w[o * stride + k] * dy[o];
    dx[k] = a;
  }
}
