// Dense(in, width, relu) -> Dense(width, width, relu) -> Dense(width, actions, tanh)
#define M_ NET_HIDDEN
#define NET_STATE 1
#define NET_STRIDE PAD4(NET_INPUTS)
#define W0 0
#define B0 (W0 + M_ * NET_STRIDE)
#define W1 (B0 + M_)
#define B1 (W1 + M_ * M_)
#define W2 (B1 + M_)
#define B2 (W2 + TASK_ACTIONS * M_)
#define NET_WEIGHTS (B2 + TASK_ACTIONS)
// rows of the record: input, two layers, actions; then the deltas
#define T_X 0
#define T_P (T_X + NET_STRIDE)
#define T_Q (T_P + M_)
#define T_A (T_Q + M_)
#define T_DP (T_A + TASK_ACTIONS)
#define T_DQ (T_DP + M_)
#define T_DA (T_DQ + M_)
#define NET_ROWS (T_DA + TASK_ACTIONS)

INLINE void net_forward(const __global float* restrict w, const real* x, real* h, real* a, __global real* restrict record,
                        size_t step, int keep) {
  real p[M_], q[M_];
  dense8(w + W0, w + B0, x, p, NET_INPUTS, NET_STRIDE, M_);
  for (int i = 0; i < M_; i++) p[i] = positive_(p[i]);
  dense8(w + W1, w + B1, p, q, M_, M_, M_);
  for (int i = 0; i < M_; i++) q[i] = positive_(q[i]);
  dense4(w + W2, w + B2, q, a, M_, M_, TASK_ACTIONS);
  for (int i = 0; i < TASK_ACTIONS; i++) a[i] = tanh_(a[i]);
  if (keep) {
    for (int i = 0; i < NET_INPUTS; i++) record[(T_X + i) * step] = x[i];
    for (int i = NET_INPUTS; i < NET_STRIDE; i++) record[(T_X + i) * step] = (real)(0.0f);
    for (int i = 0; i < M_; i++) record[(T_P + i) * step] = p[i];
    for (int i = 0; i < M_; i++) record[(T_Q + i) * step] = q[i];
    for (int i = 0; i < TASK_ACTIONS; i++) record[(T_A + i) * step] = a[i];
  }
}

// da: adjoint of the actions; dx: adjoint of the input; there is no hidden state
INLINE void net_backward(const __global float* restrict w, const real* da, real* dh, real* dx, __global real* restrict record, size_t step) {
  real d[TASK_ACTIONS], p[M_], q[M_];
  for (int i = 0; i < TASK_ACTIONS; i++) {
    d[i] = da[i] * (1.0f - SQUARE(record[(T_A + i) * step]));
    record[(T_DA + i) * step] = d[i];
  }
  dense_adjoint(w + W2, d, q, M_, M_, TASK_ACTIONS, 0);
  for (int i = 0; i < M_; i++) {
    q[i] = SEL(record[(T_Q + i) * step] > 0.0f, q[i], 0.0f);
    record[(T_DQ + i) * step] = q[i];
  }
  dense_adjoint(w + W1, q, p, M_, M_, M_, 0);
  for (int i = 0; i < M_; i++) {
    p[i] = SEL(record[(T_P + i) * step] > 0.0f, p[i], 0.0f);
    record[(T_DP + i) * step] = p[i];
  }
  dense_adjoint(w + W0, p, dx, NET_INPUTS, NET_STRIDE, M_, 0);
}

#define NET_GRADIENTS(BLOCK)                      \
  BLOCK(W0, B0, T_X, T_DP, NET_STRIDE, M_)        \
  BLOCK(W1, B1, T_P, T_DQ, M_, M_)                \
  BLOCK(W2, B2, T_Q, T_DA, M_, TASK_ACTIONS)
