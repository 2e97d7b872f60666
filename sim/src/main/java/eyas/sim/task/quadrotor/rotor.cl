// A rigid body with four rotors in X: derivative, RK4 step, and their adjoints.
// Rows of state and parameters: QuadrotorLayout. Rotors: front-right, back-right, back-left, front-left;
// their torques about body z have the signs -, +, -, +. Equations: RAPTOR (arXiv 2509.11481), supplement.
#define P_THRUST 0
#define P_ARM 3
#define P_TORQUE_CONSTANT 4
#define P_INVERSE_MASS 5
#define P_INERTIA 6
#define P_INVERSE_INERTIA 9
#define P_INVERSE_RISE 12
#define P_INVERSE_FALL 13
#define P_TERM_POSITION 14
#define P_INIT_POSITION 15
#define P_FORCE_DEVIATION 16
#define P_DRAG 17
#define P_DELAY 19
#define P_TORQUE_DEVIATION 20
#define P_GUST_DEVIATION 21
#define P_RATE_GAIN 23
#define P_RATE_DAMPING 26
#define P_REFERENCE_KIND 29
#define P_REFERENCE_PERIOD 30
#define P_FEATURE 31
#define S_ROTORS 13
#define S_ACTION 17
#define S_FORCE 21
#define BODY_ROWS 17
#define GRAVITY 9.81f
// limits of the rate loop's torque commands, roll and pitch, yaw
#define ROLL_LIMIT 0.4f
#define YAW_LIMIT 0.2f

// constant over a control period: force / mass [m/s^2] and torque [N m] from outside
typedef struct {
  real force[3];
  real torque[3];
} Disturbance;

inline real thrust(const real* p, real w) { return p[0] + w * (p[1] + p[2] * w); }

// torques about x, y, z of four rotor forces
inline void rotor_torque(const real* p, const real* f, real* t) {
  real left = f[2] + f[3], right = f[0] + f[1];
  t[0] = p[P_ARM] * (left - right);
  t[1] = p[P_ARM] * (f[1] + f[2] - f[0] - f[3]);
  t[2] = p[P_TORQUE_CONSTANT] * (f[1] + f[3] - f[0] - f[2]);
}

// angular acceleration, Euler's equation in the principal axes
inline void angular(const real* p, const Disturbance* e, const real* w, const real* t, real* d) {
  d[0] = p[9] * (t[0] + e->torque[0] - (p[8] - p[7]) * w[1] * w[2]);
  d[1] = p[10] * (t[1] + e->torque[1] - (p[6] - p[8]) * w[2] * w[0]);
  d[2] = p[11] * (t[2] + e->torque[2] - (p[7] - p[6]) * w[0] * w[1]);
}

#if RATES
// PX4-like rate loop: c = collective in [0, 1] and body-rate setpoints [rad/s]; u = rotor setpoints in [0, 1]
inline void rate_loop(const real* p, const real* w, const real* acceleration, const real* c, real* m, real* u) {
  UNROLL for (int k = 0; k < 3; k++)
    m[k] = p[P_RATE_GAIN + k] * (c[1 + k] - w[k]) - p[P_RATE_DAMPING + k] * acceleration[k];
  real x = clamp_(m[0], (real)(-ROLL_LIMIT), (real)(ROLL_LIMIT));
  real y = clamp_(m[1], (real)(-ROLL_LIMIT), (real)(ROLL_LIMIT));
  real z = clamp_(m[2], (real)(-YAW_LIMIT), (real)(YAW_LIMIT));
  u[0] = c[0] - x - y - z;
  u[1] = c[0] - x + y + z;
  u[2] = c[0] + x + y - z;
  u[3] = c[0] + x - y + z;
}
#endif

// time derivative d of the body rows s under setpoints c
inline void body_derivative(const real* p, const Disturbance* e, const real* s, const real* c, real* d) {
  real q0 = s[3], q1 = s[4], q2 = s[5], q3 = s[6];
  const real* w = s + 10;
  real f[4], t[3];
  UNROLL for (int i = 0; i < 4; i++) f[i] = thrust(p, s[S_ROTORS + i]);
  rotor_torque(p, f, t);
  // position and attitude
  d[0] = s[7];
  d[1] = s[8];
  d[2] = s[9];
  d[3] = -0.5f * (q1 * w[0] + q2 * w[1] + q3 * w[2]);
  d[4] = 0.5f * (q0 * w[0] + q2 * w[2] - q3 * w[1]);
  d[5] = 0.5f * (q0 * w[1] + q3 * w[0] - q1 * w[2]);
  d[6] = 0.5f * (q0 * w[2] + q1 * w[1] - q2 * w[0]);
  // velocity: thrust along body z, drag, gravity
  real zx = 2.0f * (q0 * q2 + q1 * q3), zy = 2.0f * (q2 * q3 - q0 * q1), zz = 1.0f - 2.0f * (q1 * q1 + q2 * q2);
  real along = f[0] + f[1] + f[2] + f[3];
#if DRAGGED
  along -= (p[P_DRAG + 1] - p[P_DRAG]) * (zx * s[7] + zy * s[8] + zz * s[9]);
  real side = -p[P_DRAG];
#else
  real side = (real)(0.0f);
#endif
  d[7] = (along * zx + side * s[7]) * p[P_INVERSE_MASS] + e->force[0];
  d[8] = (along * zy + side * s[8]) * p[P_INVERSE_MASS] + e->force[1];
  d[9] = (along * zz + side * s[9]) * p[P_INVERSE_MASS] + e->force[2] - GRAVITY;
  angular(p, e, w, t, d + 10);
  // motors: first-order lag with two time constants
#if RATES
  real m[3], u[4];
  rate_loop(p, w, d + 10, c, m, u);
#endif
  UNROLL for (int i = 0; i < 4; i++) {
#if RATES
    real goal = clamp_(u[i], (real)(0.0f), (real)(1.0f));
#else
    real goal = c[i];
#endif
    real gap = goal - s[S_ROTORS + i];
    d[S_ROTORS + i] = gap * SEL(gap >= 0.0f, p[P_INVERSE_RISE], p[P_INVERSE_FALL]);
  }
}

// a = (d derivative / d s)^T g and ac += (d derivative / d c)^T g
inline void body_derivative_adjoint(const real* p, const Disturbance* e, const real* s, const real* c, const real* g, real* a,
                                    real* ac) {
  real q0 = s[3], q1 = s[4], q2 = s[5], q3 = s[6];
  real wx = s[10], wy = s[11], wz = s[12];
  real f[4];
  UNROLL for (int i = 0; i < 4; i++) f[i] = thrust(p, s[S_ROTORS + i]);
  real gw[3] = {g[10], g[11], g[12]};
  real ar[4], rates[3] = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
  // motors
#if RATES
  real t[3], acceleration[3], m[3], u[4], am[3], au[4];
  rotor_torque(p, f, t);
  angular(p, e, s + 10, t, acceleration);
  rate_loop(p, s + 10, acceleration, c, m, u);
  UNROLL for (int i = 0; i < 4; i++) {
    real gap = clamp_(u[i], (real)(0.0f), (real)(1.0f)) - s[S_ROTORS + i];
    real k = g[S_ROTORS + i] * SEL(gap >= 0.0f, p[P_INVERSE_RISE], p[P_INVERSE_FALL]);
    ar[i] = -k;
    au[i] = SEL((u[i] >= 0.0f) & (u[i] <= 1.0f), k, 0.0f);
  }
  ac[0] += au[0] + au[1] + au[2] + au[3];
  am[0] = SEL(abs_(m[0]) <= ROLL_LIMIT, au[2] + au[3] - au[0] - au[1], 0.0f);
  am[1] = SEL(abs_(m[1]) <= ROLL_LIMIT, au[1] + au[2] - au[0] - au[3], 0.0f);
  am[2] = SEL(abs_(m[2]) <= YAW_LIMIT, au[1] + au[3] - au[0] - au[2], 0.0f);
  UNROLL for (int k = 0; k < 3; k++) {
    ac[1 + k] += p[P_RATE_GAIN + k] * am[k];
    rates[k] = -p[P_RATE_GAIN + k] * am[k];
    gw[k] -= p[P_RATE_DAMPING + k] * am[k];
  }
#else
  UNROLL for (int i = 0; i < 4; i++) {
    real gap = c[i] - s[S_ROTORS + i];
    real k = g[S_ROTORS + i] * SEL(gap >= 0.0f, p[P_INVERSE_RISE], p[P_INVERSE_FALL]);
    ar[i] = -k;
    ac[i] += k;
  }
#endif
  // velocity: thrust along body z, drag
  real zx = 2.0f * (q0 * q2 + q1 * q3), zy = 2.0f * (q2 * q3 - q0 * q1), zz = 1.0f - 2.0f * (q1 * q1 + q2 * q2);
  real ex = g[7] * p[P_INVERSE_MASS], ey = g[8] * p[P_INVERSE_MASS], ez = g[9] * p[P_INVERSE_MASS];
  real onto = ex * zx + ey * zy + ez * zz;
  real along = f[0] + f[1] + f[2] + f[3];
  a[0] = a[1] = a[2] = (real)(0.0f);
  a[7] = g[0];
  a[8] = g[1];
  a[9] = g[2];
#if DRAGGED
  real k = p[P_DRAG + 1] - p[P_DRAG];
  along -= k * (zx * s[7] + zy * s[8] + zz * s[9]);
  a[7] -= p[P_DRAG] * ex + k * zx * onto;
  a[8] -= p[P_DRAG] * ey + k * zy * onto;
  a[9] -= p[P_DRAG] * ez + k * zz * onto;
  real bx = along * ex - k * onto * s[7], by = along * ey - k * onto * s[8], bz = along * ez - k * onto * s[9];
#else
  real bx = along * ex, by = along * ey, bz = along * ez;
#endif
  // attitude
  a[3] = 0.5f * (g[4] * wx + g[5] * wy + g[6] * wz) + 2.0f * (q2 * bx - q1 * by);
  a[4] = 0.5f * (-g[3] * wx - g[5] * wz + g[6] * wy) + 2.0f * (q3 * bx - q0 * by - 2.0f * q1 * bz);
  a[5] = 0.5f * (-g[3] * wy + g[4] * wz - g[6] * wx) + 2.0f * (q0 * bx + q3 * by - 2.0f * q2 * bz);
  a[6] = 0.5f * (-g[3] * wz - g[4] * wy + g[5] * wx) + 2.0f * (q1 * bx + q2 * by);
  // body rates
  real hx = gw[0] * p[9], hy = gw[1] * p[10], hz = gw[2] * p[11];
  real kx = p[8] - p[7], ky = p[6] - p[8], kz = p[7] - p[6];
  a[10] = 0.5f * (-g[3] * q1 + g[4] * q0 + g[5] * q3 - g[6] * q2) - hy * ky * wz - hz * kz * wy + rates[0];
  a[11] = 0.5f * (-g[3] * q2 - g[4] * q3 + g[5] * q0 + g[6] * q1) - hx * kx * wz - hz * kz * wx + rates[1];
  a[12] = 0.5f * (-g[3] * q3 + g[4] * q2 - g[5] * q1 + g[6] * q0) - hx * kx * wy - hy * ky * wx + rates[2];
  // rotor forces
  real lx = p[P_ARM] * hx, ly = p[P_ARM] * hy, lz = p[P_TORQUE_CONSTANT] * hz;
  real af[4] = {onto - lx - ly - lz, onto - lx + ly + lz, onto + lx + ly - lz, onto + lx - ly + lz};
  UNROLL for (int i = 0; i < 4; i++) a[S_ROTORS + i] = ar[i] + af[i] * (p[1] + 2.0f * p[2] * s[S_ROTORS + i]);
}

// t = s + h k over the body rows
inline void body_along(const real* s, float h, const real* k, real* t) {
  UNROLL for (int i = 0; i < BODY_ROWS; i++) t[i] = s[i] + h * k[i];
}

// one RK4 step; the attitude is normalised and the rotor speeds are kept in [0, 1] after it
inline void body_step(const real* p, const Disturbance* e, real* s, const real* c) {
  real k[BODY_ROWS], t[BODY_ROWS], sum[BODY_ROWS];
  body_derivative(p, e, s, c, sum);
  body_along(s, 0.5f * PERIOD, sum, t);
  body_derivative(p, e, t, c, k);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) sum[i] += 2.0f * k[i];
  body_along(s, 0.5f * PERIOD, k, t);
  body_derivative(p, e, t, c, k);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) sum[i] += 2.0f * k[i];
  body_along(s, PERIOD, k, t);
  body_derivative(p, e, t, c, k);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) s[i] += (PERIOD / 6.0f) * (sum[i] + k[i]);
  real n = 1.0f / sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5] + s[6] * s[6]);
  UNROLL for (int i = 3; i < 7; i++) s[i] *= n;
  for (int i = 13; i < 17; i++) s[i] = clamp_(s[i], (real)(0.0f), (real)(1.0f));
}

// g: adjoint of the state after the step, becomes the adjoint of the state before it; ac += adjoint of c
inline void body_step_adjoint(const real* p, const Disturbance* e, const real* s, const real* c, real* g, real* ac) {
  real k[BODY_ROWS], t2[BODY_ROWS], t3[BODY_ROWS], t4[BODY_ROWS], q[4], sum[4];
  // the stages again
  body_derivative(p, e, s, c, k);
  UNROLL for (int i = 0; i < 4; i++) sum[i] = k[3 + i];
  body_along(s, 0.5f * PERIOD, k, t2);
  body_derivative(p, e, t2, c, k);
  UNROLL for (int i = 0; i < 4; i++) sum[i] += 2.0f * k[3 + i];
  body_along(s, 0.5f * PERIOD, k, t3);
  body_derivative(p, e, t3, c, k);
  UNROLL for (int i = 0; i < 4; i++) sum[i] += 2.0f * k[3 + i];
  body_along(s, PERIOD, k, t4);
  body_derivative(p, e, t4, c, k);
  // normalisation: y = x / |x|, g_x = (g - y (y . g)) / |x|
  real square = (real)(0.0f), dot = (real)(0.0f);
  UNROLL for (int i = 0; i < 4; i++) {
    q[i] = s[3 + i] + (PERIOD / 6.0f) * (sum[i] + k[3 + i]);
    square += q[i] * q[i];
  }
  real n = 1.0f / sqrt(square);
  UNROLL for (int i = 0; i < 4; i++) {
    q[i] *= n;
    dot += q[i] * g[3 + i];
  }
  UNROLL for (int i = 0; i < 4; i++) g[3 + i] = (g[3 + i] - q[i] * dot) * n;
  // stages in reverse
  real total[BODY_ROWS], d[BODY_ROWS], a[BODY_ROWS];
  UNROLL for (int i = 0; i < BODY_ROWS; i++) d[i] = (PERIOD / 6.0f) * g[i];
  body_derivative_adjoint(p, e, t4, c, d, a, ac);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) {
    total[i] = g[i] + a[i];
    d[i] = (PERIOD / 3.0f) * g[i] + PERIOD * a[i];
  }
  body_derivative_adjoint(p, e, t3, c, d, a, ac);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) {
    total[i] += a[i];
    d[i] = (PERIOD / 3.0f) * g[i] + (PERIOD / 2.0f) * a[i];
  }
  body_derivative_adjoint(p, e, t2, c, d, a, ac);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) {
    total[i] += a[i];
    d[i] = (PERIOD / 6.0f) * g[i] + (PERIOD / 2.0f) * a[i];
  }
  body_derivative_adjoint(p, e, s, c, d, a, ac);
  UNROLL for (int i = 0; i < BODY_ROWS; i++) g[i] = total[i] + a[i];
}
