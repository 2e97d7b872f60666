// The quadrotor task: observations, reward, termination, reset, and the smooth loss.
#define STREAM_RESET 1
#define STREAM_STEP 2

inline void rotation(const real* q, real* m) {
  real w = q[0], x = q[1], y = q[2], z = q[3];
  m[0] = 1.0f - 2.0f * (y * y + z * z);
  m[1] = 2.0f * (x * y - w * z);
  m[2] = 2.0f * (x * z + w * y);
  m[3] = 2.0f * (x * y + w * z);
  m[4] = 1.0f - 2.0f * (x * x + z * z);
  m[5] = 2.0f * (y * z - w * x);
  m[6] = 2.0f * (x * z - w * y);
  m[7] = 2.0f * (y * z + w * x);
  m[8] = 1.0f - 2.0f * (x * x + y * y);
}

// h += (d rotation / d q)^T g
inline void rotation_adjoint(const real* q, const real* g, real* h) {
  real w = q[0], x = q[1], y = q[2], z = q[3];
  h[0] += 2.0f * (-z * g[1] + y * g[2] + z * g[3] - x * g[5] - y * g[6] + x * g[7]);
  h[1] += 2.0f * (y * g[1] + z * g[2] + y * g[3] - w * g[5] + z * g[6] + w * g[7]) - 4.0f * x * (g[4] + g[8]);
  h[2] += 2.0f * (x * g[1] + w * g[2] + x * g[3] + z * g[5] - w * g[6] + z * g[7]) - 4.0f * y * (g[0] + g[8]);
  h[3] += 2.0f * (-w * g[1] + x * g[2] + w * g[3] + y * g[5] + x * g[6] + y * g[7]) - 4.0f * z * (g[0] + g[4]);
}

#if REFERENCED
#define TARGET(s, i) ((s)[REFERENCE_ROW + (i)])
#else
#define TARGET(s, i) ((real)(0.0f))
#endif

// attitude as sensed: q (1, half the noise's rotation vector)
#if NOISY
inline void sensed_attitude(const real* s, real* q) {
  real x = 0.5f * s[NOISE_ROW + 3], y = 0.5f * s[NOISE_ROW + 4], z = 0.5f * s[NOISE_ROW + 5];
  q[0] = s[3] - s[4] * x - s[5] * y - s[6] * z;
  q[1] = s[4] + s[3] * x + s[5] * z - s[6] * y;
  q[2] = s[5] + s[3] * y + s[6] * x - s[4] * z;
  q[3] = s[6] + s[3] * z + s[4] * y - s[5] * x;
}
#define NOISE(s, i) ((s)[NOISE_ROW + (i)])
#else
#define NOISE(s, i) ((real)(0.0f))
#endif

// tracking errors as the policy is given them
inline real position_error(const real* s, int i) { return s[i] - TARGET(s, i) + NOISE(s, i); }
inline real velocity_error(const real* s, int i) { return s[7 + i] - TARGET(s, 3 + i) + NOISE(s, 6 + i); }

// 22: position error, rotation matrix, velocity error, body rates, last command
inline void task_observe_onboard(const real* s, const real* p, real* o) {
  UNROLL for (int i = 0; i < 3; i++) {
    o[i] = clamp_(position_error(s, i), (real)(-POSITION_CLIP), (real)(POSITION_CLIP));
    o[12 + i] = clamp_(velocity_error(s, i), (real)(-VELOCITY_CLIP), (real)(VELOCITY_CLIP));
    o[15 + i] = s[10 + i] + NOISE(s, 9 + i);
  }
#if NOISY
  real q[4];
  sensed_attitude(s, q);
  rotation(q, o + 3);
#else
  rotation(s + 3, o + 3);
#endif
  UNROLL for (int i = 0; i < 4; i++) o[18 + i] = s[S_ACTION + i];
}

// h += (d onboard / d state)^T g
inline void task_observe_onboard_adjoint(const real* s, const real* p, const real* g, real* h) {
  UNROLL for (int i = 0; i < 3; i++) {
    h[i] += SEL(abs_(position_error(s, i)) <= POSITION_CLIP, g[i], 0.0f);
    h[7 + i] += SEL(abs_(velocity_error(s, i)) <= VELOCITY_CLIP, g[12 + i], 0.0f);
    h[10 + i] += g[15 + i];
  }
#if NOISY
  real q[4], b[4] = {(real)(0.0f), (real)(0.0f), (real)(0.0f), (real)(0.0f)};
  sensed_attitude(s, q);
  rotation_adjoint(q, g + 3, b);
  real x = 0.5f * s[NOISE_ROW + 3], y = 0.5f * s[NOISE_ROW + 4], z = 0.5f * s[NOISE_ROW + 5];
  h[3] += b[0] + b[1] * x + b[2] * y + b[3] * z;
  h[4] += b[1] - b[0] * x - b[2] * z + b[3] * y;
  h[5] += b[2] - b[0] * y + b[1] * z - b[3] * x;
  h[6] += b[3] - b[0] * z - b[1] * y + b[2] * x;
#else
  rotation_adjoint(s + 3, g + 3, h + 3);
#endif
  UNROLL for (int i = 0; i < 4; i++) h[17 + i] += g[18 + i];
}

// 36: true tracking errors, rotation, velocity, body rates, last command, rotor speeds, what the quadrotor is, disturbance
inline void task_observe_privileged(const real* s, const real* p, real* o) {
  UNROLL for (int i = 0; i < 3; i++) {
    o[i] = s[i] - TARGET(s, i);
    o[12 + i] = s[7 + i] - TARGET(s, 3 + i);
    o[15 + i] = s[10 + i];
  }
  rotation(s + 3, o + 3);
  UNROLL for (int i = 0; i < 4; i++) {
    o[18 + i] = s[S_ACTION + i];
    o[22 + i] = s[S_ROTORS + i];
  }
  UNROLL for (int i = 0; i < 6; i++) o[26 + i] = p[P_FEATURE + i];
  UNROLL for (int i = 0; i < 3; i++) o[32 + i] = s[S_FORCE + i] * p[P_INVERSE_MASS];
  o[35] = (real)(1.0f);
}

inline void task_observe_privileged_adjoint(const real* s, const real* p, const real* g, real* h) {
  UNROLL for (int i = 0; i < 3; i++) {
    h[i] += g[i];
    h[7 + i] += g[12 + i];
    h[10 + i] += g[15 + i];
  }
  rotation_adjoint(s + 3, g + 3, h + 3);
  UNROLL for (int i = 0; i < 4; i++) {
    h[17 + i] += g[18 + i];
    h[S_ROTORS + i] += g[22 + i];
  }
}

// 36, as privileged: what the critic values
inline void task_observe_critic(const real* s, const real* p, real* o) { task_observe_privileged(s, p, o); }

inline real norm3(real x, real y, real z) { return sqrt(x * x + y * y + z * z); }

// distance to the target [m]
inline real task_error(const real* s) { return norm3(s[0] - TARGET(s, 0), s[1] - TARGET(s, 1), s[2] - TARGET(s, 2)); }

// reward terms: alive, position, heading, command change; before: state before the period, s: after
inline real task_reward(const real* before, const real* s, const real* p, const real* a, real* terms) {
  real change = (real)(0.0f);
  UNROLL for (int i = 0; i < 4; i++) change += SQUARE(a[i] - before[S_ACTION + i]);
  terms[0] = (real)(REWARD_ALIVE);
  terms[1] = -REWARD_POSITION * task_error(s);
  terms[2] = -REWARD_HEADING * 2.0f * acos_of_one_minus_(min_(abs_(s[6]), (real)(1.0f)));
  terms[3] = -REWARD_COMMAND * sqrt(change);
  return terms[0] + terms[1] + terms[2] + terms[3];
}

// the state after a period ends the episode as a failure; a number that is not finite fails too
inline mask task_terminated(const real* s, const real* p) {
  mask failed = !(abs_(s[3]) <= 2.0f);
  UNROLL for (int i = 0; i < 3; i++) {
    failed |= !(abs_(s[i] - TARGET(s, i)) <= p[P_TERM_POSITION]);
    failed |= !(abs_(s[10 + i]) <= TERM_RATE);
    failed |= !(abs_(s[7 + i]) <= TERM_SPEED);
  }
  return failed;
}

// reset while learning from gradients: looser bounds, so that the barrier can act
inline mask task_lost(const real* s, const real* p) {
  mask lost = !(abs_(s[3]) <= 2.0f);
  UNROLL for (int i = 0; i < 3; i++) {
    lost |= !(abs_(s[i] - TARGET(s, i)) <= LOOSE_POSITION * p[P_TERM_POSITION]);
    lost |= !(abs_(s[10 + i]) <= LOOSE_RATE);
    lost |= !(abs_(s[7 + i]) <= LOOSE_SPEED);
  }
  return lost;
}

// draws what changes every step: sensor noise, gusts, the moving target
inline void task_update(real* s, const real* p, const Random* random) {
#if NOISY || DISTURBED || REFERENCED
  real n[4];
#endif
#if NOISY
  const float deviation[4] = {NOISE_POSITION, NOISE_ATTITUDE, NOISE_VELOCITY, NOISE_RATES};
  UNROLL for (int k = 0; k < 3; k++) {
    random_noise(random, STREAM_STEP, k, n);
    UNROLL for (int i = 0; i < 4; i++) s[NOISE_ROW + 4 * k + i] = n[i] * deviation[(4 * k + i) / 3];
  }
#endif
#if DISTURBED
  // Ornstein-Uhlenbeck gusts with correlation time GUST_TIME
  const float keep = 1.0f - PERIOD / GUST_TIME;
  UNROLL for (int k = 0; k < 2; k++) {
    random_noise(random, STREAM_STEP, 3 + k, n);
    UNROLL for (int i = 0; i < 3; i++)
      s[TORQUE_ROW + 3 + 3 * k + i] =
          keep * s[TORQUE_ROW + 3 + 3 * k + i] + GUST_SPREAD * p[P_GUST_DEVIATION + k] * n[i];
  }
#endif
#if REFERENCED
  random_normal(random, STREAM_STEP, 5, n);
  mask langevin = (p[P_REFERENCE_KIND] > 0.5f) & (p[P_REFERENCE_KIND] < 1.5f);
  mask eight = p[P_REFERENCE_KIND] > 1.5f;
  real* r = s + REFERENCE_ROW;
  UNROLL for (int i = 0; i < 3; i++) {
    // second-order Langevin process (friction 1, frequency 2, sigma 0.5), smoothed by 0.01
    real v = r[9 + i] + (-r[9 + i] - 4.0f * r[6 + i]) * PERIOD + 0.5f * sqrt(PERIOD) * n[i];
    real x = r[6 + i] + v * PERIOD;
    real smooth = 0.01f * v + 0.99f * r[3 + i];
    r[9 + i] = SEL(langevin, v, 0.0f);
    r[6 + i] = SEL(langevin, x, 0.0f);
    r[i] = SEL(langevin, r[i] + smooth * PERIOD, 0.0f);
    r[3 + i] = SEL(langevin, smooth, 0.0f);
  }
  // figure-eight: x = 0.5 sin 2 phi, y = sin phi after 2 s of hover and 1 s of ramp
  if (ANY(eight)) {
    real time = TO_REAL(random->step) * PERIOD;
    real ramp = clamp_(time - 2.0f, (real)(0.0f), (real)(1.0f));
    real speed = 6.2831853f / max_(p[P_REFERENCE_PERIOD], (real)(0.1f));
    real phase = speed * (0.5f * ramp * ramp + positive_(time - 3.0f));
    real rate = speed * ramp;
    r[0] = SEL(eight, 0.5f * sin(2.0f * phase), r[0]);
    r[1] = SEL(eight, sin(phase), r[1]);
    r[3] = SEL(eight, rate * cos(2.0f * phase), r[3]);
    r[4] = SEL(eight, rate * cos(phase), r[4]);
  }
#endif
}

// first state of an episode: a tenth start at the target, the others displaced, tilted and moving
inline void task_reset(real* s, const real* p, const Random* random) {
  real u[4], v[4], n[4], w[4];
  UNROLL for (int i = 0; i < STATE_ROWS; i++) s[i] = (real)(0.0f);
  random_uniform(random, STREAM_RESET, 0, u);
  random_uniform(random, STREAM_RESET, 1, v);
  random_uniform(random, STREAM_RESET, 2, w);
  random_normal(random, STREAM_RESET, 3, n);
  mask away = u[3] >= START_AT_TARGET;
  UNROLL for (int i = 0; i < 3; i++) {
    s[i] = SEL(away, (2.0f * u[i] - 1.0f) * p[P_INIT_POSITION], 0.0f);
    s[7 + i] = SEL(away, (2.0f * v[i] - 1.0f) * START_SPEED, 0.0f);
    s[10 + i] = SEL(away, (2.0f * w[i] - 1.0f) * START_RATES, 0.0f);
  }
  // rotation about a random axis by a uniform angle
  real angle = SEL(away, v[3] * START_TILT, 0.0f);
  real length = 1.0f / max_(norm3(n[0], n[1], n[2]), (real)(1e-6f));
  real sine = sin(0.5f * angle) * length;
  s[3] = cos(0.5f * angle);
  UNROLL for (int i = 0; i < 3; i++) s[4 + i] = sine * n[i];
  random_uniform(random, STREAM_RESET, 4, u);
  UNROLL for (int i = 0; i < 4; i++) s[S_ROTORS + i] = START_ROTORS * u[i];
  random_normal(random, STREAM_RESET, 5, n);
  UNROLL for (int i = 0; i < 3; i++) s[S_FORCE + i] = p[P_FORCE_DEVIATION] * n[i];
#if DISTURBED
  random_normal(random, STREAM_RESET, 6, n);
  UNROLL for (int i = 0; i < 3; i++) s[TORQUE_ROW + i] = p[P_TORQUE_DEVIATION] * n[i];
#endif
  task_update(s, p, random);
}

// smooth stand-in of the reward (to be minimised), on the state after the period; see docs/learning.md
inline real task_loss(const real* before, const real* s, const real* p, const real* a) {
  real error = sqrt(SQUARE(task_error(s)) + SQUARE(SMOOTH_POSITION));
  real heading = sqrt(sqrt(SQUARE(s[6]) + SQUARE(SMOOTH_HEADING)));
  real change = (real)(SQUARE(SMOOTH_COMMAND)), excess = (real)(0.0f), barrier = (real)(0.0f);
  UNROLL for (int i = 0; i < 4; i++) {
    change += SQUARE(a[i] - before[S_ACTION + i]);
    excess += SQUARE(positive_(abs_(a[i]) - 1.0f));
  }
  UNROLL for (int i = 0; i < 3; i++) {
    barrier += BARRIER_SPEED * SQUARE(positive_(abs_(s[7 + i]) - BARRIER_SPEED_FROM));
    barrier += BARRIER_RATE * SQUARE(positive_(abs_(s[10 + i]) - BARRIER_RATE_FROM));
    barrier += BARRIER_POSITION * SQUARE(positive_(abs_(s[i] - TARGET(s, i)) - BARRIER_POSITION_FROM * p[P_TERM_POSITION]));
  }
  return LOSS_POSITION * error + LOSS_HEADING * heading + LOSS_COMMAND * sqrt(change) + LOSS_EXCESS * excess + barrier;
}

// g += adjoint of the state after the period, ga += of the action, gb += of the state before the period
inline void task_loss_adjoint(const real* before, const real* s, const real* p, const real* a, real* g, real* ga, real* gb) {
  real square = SQUARE(task_error(s)) + SQUARE(SMOOTH_POSITION);
  real pull = LOSS_POSITION / sqrt(square);
  real z2 = sqrt(SQUARE(s[6]) + SQUARE(SMOOTH_HEADING));
  g[6] += 0.5f * LOSS_HEADING * s[6] / (sqrt(z2) * z2);
  real change = (real)(SQUARE(SMOOTH_COMMAND));
  UNROLL for (int i = 0; i < 4; i++) change += SQUARE(a[i] - before[S_ACTION + i]);
  real k = LOSS_COMMAND / sqrt(change);
  UNROLL for (int i = 0; i < 4; i++) {
    real d = k * (a[i] - before[S_ACTION + i]);
    ga[i] += d + 2.0f * LOSS_EXCESS * positive_(abs_(a[i]) - 1.0f) * sign_(a[i]);
    gb[17 + i] -= d;
  }
  UNROLL for (int i = 0; i < 3; i++) {
    real x = s[i] - TARGET(s, i);
    g[i] += pull * x;
    g[i] += 2.0f * BARRIER_POSITION * positive_(abs_(x) - BARRIER_POSITION_FROM * p[P_TERM_POSITION]) * sign_(x);
    g[7 + i] += 2.0f * BARRIER_SPEED * positive_(abs_(s[7 + i]) - BARRIER_SPEED_FROM) * sign_(s[7 + i]);
    g[10 + i] += 2.0f * BARRIER_RATE * positive_(abs_(s[10 + i]) - BARRIER_RATE_FROM) * sign_(s[10 + i]);
  }
}
