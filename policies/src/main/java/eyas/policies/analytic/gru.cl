// Dense(in, embedding, relu) -> GRU(embedding, hidden) -> Dense(hidden, actions): Cho et al. 2014, gates as in PyTorch
//   r = s(Wi_r e + bi_r + Wh_r h + bh_r), z likewise, n = tanh(Wi_n e + bi_n + r (Wh_n h + bh_n)), h' = (1 - z) n + z h
#define E_ NET_EMBEDDING
#define H_ NET_HIDDEN
#define NET_STATE H_
#define NET_STRIDE PAD4(NET_INPUTS)
#define W0 0
#define B0 (W0 + E_ * NET_STRIDE)
#define WI (B0 + E_)
#define BI (WI + 3 * H_ * E_)
#define WH (BI + 3 * H_)
#define BH (WH + 3 * H_ * H_)
#define W2 (BH + 3 * H_)
#define B2 (W2 + TASK_ACTIONS * H_)
#define NET_WEIGHTS (B2 + TASK_ACTIONS)
// rows of the record: input, embedding, h before, gates r z n, Wh_n h + bh_n, h after; then the deltas
#define T_X 0
#define T_E (T_X + NET_STRIDE)
#define T_H (T_E + E_)
#define T_G (T_H + H_)
#define T_GN (T_G + 3 * H_)
#define T_HN (T_GN + H_)
#define T_DE (T_HN + H_)
#define T_DG (T_DE + E_)
#define T_DGN (T_DG + 3 * H_)
#define T_DA (T_DGN + H_)
#define NET_ROWS (T_DA + TASK_ACTIONS)

INLINE void net_forward(const __global float* restrict w, const real* x, real* h, real* a, __global real* restrict record,
                        size_t step, int keep) {
  real e[E_], next[H_];
  dense8(w + W0, w + B0, x, e, NET_INPUTS, NET_STRIDE, E_);
  for (int i = 0; i < E_; i++) e[i] = positive_(e[i]);
  if (keep) {
    for (int i = 0; i < NET_INPUTS; i++) record[(T_X + i) * step] = x[i];
    for (int i = NET_INPUTS; i < NET_STRIDE; i++) record[(T_X + i) * step] = (real)(0.0f);
    for (int i = 0; i < E_; i++) record[(T_E + i) * step] = e[i];
    for (int i = 0; i < H_; i++) record[(T_H + i) * step] = h[i];
  }
  for (int o = 0; o < H_; o += 4) {
    real r[4], z[4], n[4], m[4];
    for (int i = 0; i < 4; i++) {
      r[i] = (real)(w[BI + o + i] + w[BH + o + i]);
      z[i] = (real)(w[BI + H_ + o + i] + w[BH + H_ + o + i]);
      n[i] = (real)(w[BI + 2 * H_ + o + i]);
      m[i] = (real)(w[BH + 2 * H_ + o + i]);
    }
    for (int k = 0; k < E_; k++) {
      real v = e[k];
#pragma unroll
      for (int i = 0; i < 4; i++) {
        r[i] += w[WI + (o + i) * E_ + k] * v;
        z[i] += w[WI + (H_ + o + i) * E_ + k] * v;
        n[i] += w[WI + (2 * H_ + o + i) * E_ + k] * v;
      }
    }
    for (int k = 0; k < H_; k++) {
      real v = h[k];
#pragma unroll
      for (int i = 0; i < 4; i++) {
        r[i] += w[WH + (o + i) * H_ + k] * v;
        z[i] += w[WH + (H_ + o + i) * H_ + k] * v;
        m[i] += w[WH + (2 * H_ + o + i) * H_ + k] * v;
      }
    }
    for (int i = 0; i < 4; i++) {
      // 1 / (1 + e^-r) and 1 / (1 + e^-z) by one division
      real p = 1.0f + exp_(-clamp_(r[i], (real)(-30.0f), (real)(30.0f))), q = 1.0f + exp_(-clamp_(z[i], (real)(-30.0f), (real)(30.0f)));
      real inverse = 1.0f / (p * q);
      real gr = q * inverse, gz = p * inverse;
      real gn = tanh_(n[i] + gr * m[i]);
      next[o + i] = gn + gz * (h[o + i] - gn);
      if (keep) {
        record[(T_G + o + i) * step] = gr;
        record[(T_G + H_ + o + i) * step] = gz;
        record[(T_G + 2 * H_ + o + i) * step] = gn;
        record[(T_GN + o + i) * step] = m[i];
        record[(T_HN + o + i) * step] = next[o + i];
      }
    }
  }
  for (int i = 0; i < H_; i++) h[i] = next[i];
  dense4(w + W2, w + B2, h, a, H_, H_, TASK_ACTIONS);
}

// da: adjoint of the actions; dh: adjoint of h after, becomes that of h before; dx: adjoint of the input
INLINE void net_backward(const __global float* restrict w, const real* da, real* dh, real* dx, __global real* restrict record, size_t step) {
  real dg[3 * H_], dn[H_], de[E_], ds[H_];
  for (int i = 0; i < TASK_ACTIONS; i++) record[(T_DA + i) * step] = da[i];
  dense_adjoint(w + W2, da, dh, H_, H_, TASK_ACTIONS, 1);
  for (int i = 0; i < H_; i++) {
    real r = record[(T_G + i) * step], z = record[(T_G + H_ + i) * step], n = record[(T_G + 2 * H_ + i) * step];
    real d = dh[i];
    real dt = d * (1.0f - z) * (1.0f - n * n);
    dg[i] = dt * record[(T_GN + i) * step] * r * (1.0f - r);
    dg[H_ + i] = d * (record[(T_H + i) * step] - n) * z * (1.0f - z);
    dg[2 * H_ + i] = dt;
    dn[i] = dt * r;
    dh[i] = d * z;
    record[(T_DG + i) * step] = dg[i];
    record[(T_DG + H_ + i) * step] = dg[H_ + i];
    record[(T_DG + 2 * H_ + i) * step] = dg[2 * H_ + i];
    record[(T_DGN + i) * step] = dn[i];
  }
  dense_adjoint(w + WH, dg, dh, H_, H_, 2 * H_, 1);
  dense_adjoint(w + WH + 2 * H_ * H_, dn, dh, H_, H_, H_, 1);
  dense_adjoint(w + WI, dg, de, E_, E_, 3 * H_, 0);
  for (int i = 0; i < E_; i++) {
    de[i] = SEL(record[(T_E + i) * step] > 0.0f, de[i], 0.0f);
    record[(T_DE + i) * step] = de[i];
  }
  dense_adjoint(w + W0, de, dx, NET_INPUTS, NET_STRIDE, E_, 0);
}

// weight gradients: (weights, biases, input rows, delta rows, inputs, outputs)
#define NET_GRADIENTS(BLOCK)                                                  \
  BLOCK(W0, B0, T_X, T_DE, NET_STRIDE, E_)                                    \
  BLOCK(WI, BI, T_E, T_DG, E_, (3 * H_))                                      \
  BLOCK(WH, BH, T_H, T_DG, H_, (2 * H_))                                      \
  BLOCK((WH + 2 * H_ * H_), (BH + 2 * H_), T_H, T_DGN, H_, H_)                \
  BLOCK(W2, B2, T_HN, T_DA, H_, TASK_ACTIONS)
