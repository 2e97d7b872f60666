// PPO on one small network: [points ->] Dense -> Dense -> Dense, LANES samples per work-item.
// Rows of samples are [sample][feature]; weights are [out][in], `in` and the last `out` padded to a multiple of four.
#if POINTS > 0
#define SEEN_LATENTS (GROUPS * P2)
#define LATENTS (SEEN_LATENTS + EXTRAS)
#define PW1 0
#define PB1 (PW1 + 4 * P1)
#define PW2 (PB1 + P1)
#define PB2 (PW2 + P2 * P1)
#define POINT_WEIGHTS (PB2 + P2)
#else
#define LATENTS INPUTS
#define POINT_WEIGHTS 0
#endif
#define ZS PAD4(LATENTS)
#define OS PAD4(OUTPUTS)
#define W1 POINT_WEIGHTS
#define B1 (W1 + H1 * ZS)
#define W2 (B1 + H1)
#define B2 (W2 + H2 * H1)
#define W3 (B2 + H2)
#define B3 (W3 + OS * H2)
#define ALL_WEIGHTS (B3 + OS)
// rows of a record: inputs of the points, inputs of the dense layers and their deltas
#define T_X 0
#define T_Z (T_X + 3 * POINTS)
#define T_P (T_Z + ZS)
#define T_Q (T_P + H1)
#define T_DP (T_Q + H2)
#define T_DQ (T_DP + H1)
#define T_DO (T_DQ + H2)
#define T_DZ (T_DO + OS)
#define TAPE_ROWS ((T_DZ + ZS) | 1)
#if LANES == 1
#define RECORD_STEP groups
#define GRADIENT_RECORD(t) (tape + (t))
#define LANE_LOAD(from) ((from)[0])
#else
#define RECORD_STEP 1
#define GRADIENT_RECORD(t) (tape + (size_t)(t) * TAPE_ROWS)
#define LANE_LOAD(from) LANES_NAME(vload, LANES)(0, from)
#endif
#define CHUNK 24
#define HALF_LOG_TWO_PI 0.91893853f

// feature i of the samples of this work-item
INLINE real ppo_gather(const __global float* restrict rows, const int* at, int width, int i) {
  float t[LANES];
  for (int l = 0; l < LANES; l++) t[l] = rows[(size_t)at[l] * width + i];
  return LANE_LOAD(t);
}

// the samples of this work-item, and 1 where there is one; the last sample stands for those beyond the end
INLINE real ppo_samples(int count, int* at) {
  float here[LANES];
  const int base = (int)get_global_id(0) * LANES;
  for (int l = 0; l < LANES; l++) {
    at[l] = min(base + l, count - 1);
    here[l] = base + l < count ? 1.0f : 0.0f;
  }
  return LANE_LOAD(here);
}

#if POINTS > 0
INLINE mask ppo_seen(const real* x) { return (x[0] != EXCLUDED) | (x[1] != EXCLUDED) | (x[2] != EXCLUDED); }

// what a point gives: Dense(3, P1, relu) -> Dense(P1, P2, relu)
INLINE void ppo_point(const __global float* restrict w, const real* x, real* h, real* f) {
  for (int i = 0; i < P1; i++) {
    const __global float* v = w + PW1 + 4 * i;
    h[i] = positive_(w[PB1 + i] + v[0] * x[0] + v[1] * x[1] + v[2] * x[2]);
  }
  dense4(w + PW2, w + PB2, h, f, P1, P1, P2);
  for (int i = 0; i < P2; i++) f[i] = positive_(f[i]);
}
#endif

INLINE void ppo_activate(real* x, int count) {
  for (int i = 0; i < count; i++) x[i] = HIDDEN_TANH ? tanh_(x[i]) : positive_(x[i]);
}

// x: inputs; z: latents and extras; p, q: hidden layers; y: outputs
INLINE void ppo_forward(const __global float* restrict w, const real* x, real* z, real* p, real* q, real* y) {
#if POINTS > 0
  const int counts[GROUPS] = COUNTS;
  for (int i = 0; i < SEEN_LATENTS; i++) z[i] = (real)(0.0f);
  for (int g = 0, k = 0; g < GROUPS; g++) {
    for (int j = 0; j < counts[g]; j++, k++) {
      mask seen = ppo_seen(x + 3 * k);
      if (!ANY(seen)) continue;
      real h[P1], f[P2];
      ppo_point(w, x + 3 * k, h, f);
      for (int i = 0; i < P2; i++) z[g * P2 + i] = max_(z[g * P2 + i], SEL(seen, f[i], 0.0f));
    }
  }
  for (int i = 0; i < EXTRAS; i++) z[SEEN_LATENTS + i] = x[3 * POINTS + i];
#else
  for (int i = 0; i < INPUTS; i++) z[i] = x[i];
#endif
  for (int i = LATENTS; i < ZS; i++) z[i] = (real)(0.0f);
  dense8(w + W1, w + B1, z, p, LATENTS, ZS, H1);
  ppo_activate(p, H1);
  dense8(w + W2, w + B2, p, q, H1, H1, H2);
  ppo_activate(q, H2);
  dense4(w + W3, w + B3, q, y, H2, H2, OS);
  for (int i = 0; i < OS; i++) y[i] = OUTPUT_TANH ? tanh_(y[i]) : y[i];
}

// outputs of the first `count` samples, [sample][output]
__kernel void ppo_outputs(__global const float* restrict rows, __global const float* restrict weights, __global float* restrict out,
                          int count) {
  int at[LANES];
  ppo_samples(count, at);
  real x[INPUTS], z[ZS], p[H1], q[H2], y[OS];
  for (int i = 0; i < INPUTS; i++) x[i] = ppo_gather(rows, at, INPUTS, i);
  ppo_forward(weights, x, z, p, q, y);
  for (int i = 0; i < OUTPUTS; i++) {
    const float* each = (const float*)&y[i];
    for (int l = 0; l < LANES; l++) out[(size_t)at[l] * OUTPUTS + i] = each[l];
  }
}

// what a sample's columns hold (MiniBatch)
#define C_ACTION(i) (i)
#define C_MEAN(i) (ACTIONS + (i))
#define C_LOG (2 * ACTIONS)
#define C_ADVANTAGE (2 * ACTIONS + 1)
#define C_TARGET (2 * ACTIONS + 2)
#define C_VALUE (2 * ACTIONS + 3)
#define C_DEVIATION(i) (2 * ACTIONS + 4 + (i))
#define COLUMNS (3 * ACTIONS + 4)
#define COLUMN(i) ppo_gather(columns, at, COLUMNS, i)
#define FIGURE(i) figures[(size_t)(i) * groups + g]

#if ACTOR
// clipped surrogate (Schulman et al. 2017, equation 7) and its gradient by the mean actions; figures: surrogate, KL divergence,
// clipped share, gradient by the logarithm of each deviation
INLINE void ppo_loss(__global const float* restrict columns, const int* at, real here, const __global float* restrict deviation,
                     const real* y, real* dy, __global real* restrict figures, size_t g, size_t groups, float clip, float share) {
  real e[ACTIONS], log_now = (real)(0.0f), kl = (real)(0.0f);
  for (int i = 0; i < ACTIONS; i++) {
    real s = (real)(deviation[i]), before = COLUMN(C_DEVIATION(i)), inverse = exp_(-s);
    e[i] = (COLUMN(C_ACTION(i)) - y[i]) * inverse;
    log_now += -0.5f * SQUARE(e[i]) - s - HALF_LOG_TWO_PI;
    kl += 0.5f * (exp_(2.0f * before) + SQUARE(y[i] - COLUMN(C_MEAN(i)))) * SQUARE(inverse) - before + s - 0.5f;
  }
  real advantage = COLUMN(C_ADVANTAGE), ratio = exp_(log_now - COLUMN(C_LOG));
  real plain = ratio * advantage, clipped = clamp_(ratio, (real)(1.0f - clip), (real)(1.0f + clip)) * advantage;
  real slope = SEL(plain <= clipped, -plain * share, 0.0f) * here;
  for (int i = 0; i < ACTIONS; i++) {
    dy[i] = slope * e[i] * exp_(-(real)(deviation[i]));
    FIGURE(3 + i) = slope * (SQUARE(e[i]) - 1.0f);
  }
  FIGURE(0) = -min_(plain, clipped) * here;
  FIGURE(1) = kl * here;
  FIGURE(2) = SEL(abs_(ratio - 1.0f) > clip, here, 0.0f);
}
#else
// squared error of the value, clipped around the recorded value where `clip` is above 0; figures: value loss
INLINE void ppo_loss(__global const float* restrict columns, const int* at, real here, const __global float* restrict deviation,
                     const real* y, real* dy, __global real* restrict figures, size_t g, size_t groups, float clip, float share) {
  real target = COLUMN(C_TARGET), error = y[0] - target, used = error, slope = error;
  if (clip > 0.0f) {
    real before = COLUMN(C_VALUE), moved = y[0] - before;
    real near = before + clamp_(moved, (real)(-clip), (real)(clip)) - target;
    mask plain = SQUARE(error) >= SQUARE(near);
    used = SEL(plain, error, near);
    slope = SEL(plain, error, SEL(abs_(moved) <= clip, near, 0.0f));
  }
  dy[0] = 2.0f * share * slope * here;
  FIGURE(0) = SQUARE(used) * here;
}
#endif

// forward, loss and reverse pass; leaves inputs and deltas of every layer on the tape. share: weight of one sample
__kernel void ppo_pass(__global const float* restrict rows, __global const float* restrict columns, __global const int* restrict order,
                       __global const float* restrict weights, __global const float* restrict deviation, __global real* restrict tape,
                       __global real* restrict figures, int first, int count, float clip, float share) {
  const size_t g = get_global_id(0), groups = get_global_size(0);
  int at[LANES];
  real here = ppo_samples(count, at);
  for (int l = 0; l < LANES; l++) at[l] = order[first + at[l]];
  real x[INPUTS], z[ZS], p[H1], q[H2], y[OS], d[OS], dp[H1], dq[H2], dz[ZS];
  for (int i = 0; i < INPUTS; i++) x[i] = ppo_gather(rows, at, INPUTS, i);
  ppo_forward(weights, x, z, p, q, y);
  for (int i = 0; i < OS; i++) d[i] = (real)(0.0f);
  ppo_loss(columns, at, here, deviation, y, d, figures, g, groups, clip, share);
  for (int i = 0; i < OUTPUTS; i++) d[i] = OUTPUT_TANH ? d[i] * (1.0f - SQUARE(y[i])) : d[i];
  dense_adjoint(weights + W3, d, dq, H2, H2, OS, 0);
  for (int i = 0; i < H2; i++) dq[i] = HIDDEN_TANH ? dq[i] * (1.0f - SQUARE(q[i])) : SEL(q[i] > 0.0f, dq[i], 0.0f);
  dense_adjoint(weights + W2, dq, dp, H1, H1, H2, 0);
  for (int i = 0; i < H1; i++) dp[i] = HIDDEN_TANH ? dp[i] * (1.0f - SQUARE(p[i])) : SEL(p[i] > 0.0f, dp[i], 0.0f);
  __global real* record = GRADIENT_RECORD(g);
  for (int i = 0; i < ZS; i++) record[(T_Z + i) * RECORD_STEP] = z[i];
  for (int i = 0; i < H1; i++) record[(T_P + i) * RECORD_STEP] = p[i];
  for (int i = 0; i < H2; i++) record[(T_Q + i) * RECORD_STEP] = q[i];
  for (int i = 0; i < H1; i++) record[(T_DP + i) * RECORD_STEP] = dp[i];
  for (int i = 0; i < H2; i++) record[(T_DQ + i) * RECORD_STEP] = dq[i];
  for (int i = 0; i < OS; i++) record[(T_DO + i) * RECORD_STEP] = d[i];
#if POINTS > 0
  dense_adjoint(weights + W1, dp, dz, ZS, ZS, H1, 0);
  for (int i = 0; i < 3 * POINTS; i++) record[(T_X + i) * RECORD_STEP] = x[i];
  for (int i = 0; i < SEEN_LATENTS; i++) record[(T_DZ + i) * RECORD_STEP] = dz[i];
#endif
}

#if POINTS > 0
// weight gradient of the points over the records [at, end): a latent's adjoint goes to the point that gave the maximum
INLINE void ppo_points_gradient(__global const float* restrict w, __global const real* restrict tape, int groups, int at, int end,
                                __global real* restrict sum) {
  const int counts[GROUPS] = COUNTS;
  real a[POINT_WEIGHTS];
  for (int i = 0; i < POINT_WEIGHTS; i++) a[i] = (real)(0.0f);
  for (int t = at; t < end; t++) {
    const __global real* record = GRADIENT_RECORD(t);
    for (int g = 0, k = 0; g < GROUPS; g++) {
      for (int j = 0; j < counts[g]; j++, k++) {
        real x[3], h[P1], f[P2], dh[P1];
        for (int i = 0; i < 3; i++) x[i] = record[(T_X + 3 * k + i) * RECORD_STEP];
        mask seen = ppo_seen(x);
        if (!ANY(seen)) continue;
        ppo_point(w, x, h, f);
        for (int i = 0; i < P2; i++) {
          mask most = seen & (f[i] > 0.0f) & (f[i] == record[(T_Z + g * P2 + i) * RECORD_STEP]);
          f[i] = SEL(most, record[(T_DZ + g * P2 + i) * RECORD_STEP], 0.0f);
        }
        dense_adjoint(w + PW2, f, dh, P1, P1, P2, 0);
        for (int o = 0; o < P2; o++) {
          for (int i = 0; i < P1; i++) a[PW2 + o * P1 + i] += f[o] * h[i];
          a[PB2 + o] += f[o];
        }
        for (int o = 0; o < P1; o++) {
          real v = SEL(h[o] > 0.0f, dh[o], 0.0f);
          for (int i = 0; i < 3; i++) a[PW1 + 4 * o + i] += v * x[i];
          a[PB1 + o] += v;
        }
      }
    }
  }
  for (int i = 0; i < POINT_WEIGHTS; i++) sum[i] = a[i];
}
#endif

// partial weight gradients: work-item = part; partial [part][weight]
__kernel void ppo_gradient(__global const real* restrict tape, __global const float* restrict weights, __global real* restrict partial,
                           int groups) {
  const int part = get_global_id(0);
  __global real* restrict sum = partial + (size_t)part * ALL_WEIGHTS;
  const int first = groups * part / PARTS, last = groups * (part + 1) / PARTS;
  for (int i = 0; i < ALL_WEIGHTS; i++) sum[i] = (real)(0.0f);
  for (int at = first; at < last; at += CHUNK) {
    const int end = min(at + CHUNK, last);
    GRADIENT_BLOCK(W1, B1, T_Z, T_DP, ZS, H1)
    GRADIENT_BLOCK(W2, B2, T_P, T_DQ, H1, H2)
    GRADIENT_BLOCK(W3, B3, T_Q, T_DO, H2, OS)
  }
#if POINTS > 0
  ppo_points_gradient(weights, tape, groups, first, last, sum);
#endif
}

// sums over parts and lanes
__kernel void ppo_reduce(__global const real* restrict partial, __global float* restrict gradient) {
  const size_t i = get_global_id(0);
  real sum = (real)(0.0f);
  for (int part = 0; part < PARTS; part++) sum += partial[(size_t)part * ALL_WEIGHTS + i];
  gradient[i] = LANE_SUM(sum);
}
