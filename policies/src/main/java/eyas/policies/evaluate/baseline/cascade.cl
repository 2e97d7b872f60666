// The cascade of PidPolicy that commands motors, on lanes: the same steps as PositionLoop, TiltError and MotorLoop.
// weights: gains of position (4), tilt (3), heading (3)
#define NET_WEIGHTS 10
// memory: integral (3), last velocity (3), rotors less their first speed (4), thrust estimate and its variance less their first
// values, whether there was a step before
#define NET_STATE 13

inline real thrust_fraction(real speed) { return CURVE0 + speed * (CURVE1 + speed * CURVE2); }

inline real motor_speed(real fraction) {
  real c = CURVE0 - clamp_(fraction, (real)(CURVE0), (real)(1.0f));
  return (sqrt(CURVE1 * CURVE1 - 4.0f * CURVE2 * c) - CURVE1) / (2.0f * CURVE2);
}

inline real within_(real x, float most) { return clamp_(x, (real)(-most), (real)(most)); }

// Kalman filter of the acceleration at full thrust; velocities that stand still are clipped or held: nothing to learn from them
inline void learn_thrust(const real* o, real used, real* h) {
  real value = h[10] + FIRST_THRUST, variance = h[11] + DOUBT + DRIFT, along = (real)(0.0f);
  mask fresh = h[12] > 0.5f;
  for (int i = 0; i < 3; i++) {
    real now = o[12 + i];
    fresh &= now != h[3 + i];
    along += ((now - h[3 + i]) / PERIOD + (i == 2 ? GRAVITY : 0.0f)) * o[5 + 3 * i];
    h[3 + i] = now;
  }
  real gain = variance * used / (used * used * variance + MEASUREMENT);
  real learnt = clamp_(value + gain * (along - used * value), (real)(LEAST_THRUST), (real)(MOST_THRUST));
  h[10] = SEL(fresh, learnt - FIRST_THRUST, h[10]);
  h[11] = SEL(fresh, variance * (1.0f - gain * used) - DOUBT, h[11]);
  h[12] = (real)(1.0f);
}

// desired specific force in the world [m/s^2]
inline void desired_force(const __global float* w, const real* o, real used, real* h, real* f) {
  for (int i = 0; i < 3; i++) {
    float weight = i == 2 ? GRAVITY : 0.0f;
    real position = within_(o[i], 0.5f);
    real acceleration = used * (h[10] + FIRST_THRUST) * o[5 + 3 * i] - weight;
    h[i] = within_(h[i] + PERIOD * position, MOST_INTEGRAL);
    f[i] = -w[0] * h[i] - w[1] * position - w[2] * h[3 + i] - w[3] * within_(acceleration, 10.0f);
  }
  f[2] = GRAVITY + max_(f[2], (real)(-MOST_DOWN));
  real sideways = sqrt(SQUARE(f[0]) + SQUARE(f[1]));
  real shrink = SEL(sideways > MOST_SIDEWAYS, MOST_SIDEWAYS / sideways, 1.0f);
  f[0] *= shrink;
  f[1] *= shrink;
}

// rotation about body x and y that turns the rotor axis to `d`, and the heading error [rad]
inline void tilt_error(const real* d, const real* o, real* e) {
  real sine = sqrt(SQUARE(d[0]) + SQUARE(d[1]));
  real angle = min_(atan2(sine, d[2]), (real)(MOST_ANGLE));
  mask opposite = sine < 1e-6f;
  e[0] = SEL(opposite, SEL(d[2] < 0.0f, MOST_ANGLE, 0.0f), -d[1] / sine * angle);
  e[1] = SEL(opposite, 0.0f, d[0] / sine * angle);
  e[2] = SEL(o[11] > 0.5f, -within_(atan2(o[6], o[3]), MOST_ANGLE), 0.0f);
}

INLINE void net_forward(const __global float* restrict w, const real* o, real* h, real* a, __global real* restrict record, size_t step,
                        int keep) {
  const float sign[4][3] = {{-1, -1, -1}, {-1, 1, 1}, {1, 1, -1}, {1, -1, 1}};
  const float authority[3] = {ROLL_AUTHORITY, ROLL_AUTHORITY, YAW_AUTHORITY};
  const float most[3] = {MOST_TILT_SHARE, MOST_TILT_SHARE, MOST_HEADING_SHARE};
  real thrust[4], f[3], d[3], e[3], share[3], used = (real)(0.0f);
  for (int i = 0; i < 4; i++) {
    thrust[i] = 0.25f * thrust_fraction(h[6 + i] + FIRST_SPEED);
    used += thrust[i];
  }
  learn_thrust(o, used, h);
  desired_force(w, o, used, h, f);
  // into the body frame
  real norm = norm3(f[0], f[1], f[2]);
  for (int i = 0; i < 3; i++) d[i] = (o[3 + i] * f[0] + o[6 + i] * f[1] + o[9 + i] * f[2]) / norm;
  real wanted = clamp_(norm * d[2] / (h[10] + FIRST_THRUST), (real)(0.05f), (real)(0.9f));
  tilt_error(d, o, e);
  // thrust fractions moved between rotors
  for (int k = 0; k < 3; k++) {
    const __global float* gain = w + (k == 2 ? 7 : 4);
    real turning = (real)(0.0f);
    for (int i = 0; i < 4; i++) turning += sign[i][k] * thrust[i];
    real acceleration = gain[0] * e[k] - gain[1] * o[15 + k] - gain[2] * turning * authority[k];
    share[k] = within_(acceleration / authority[k], most[k]);
  }
  // the collective gives way to roll and pitch
  real room = abs_(share[0]) + abs_(share[1]);
  real collective = max_(room + 0.03f, min_(1.0f - room, wanted));
  for (int i = 0; i < 4; i++) {
    real speed = motor_speed(collective + sign[i][0] * share[0] + sign[i][1] * share[1] + sign[i][2] * share[2]);
    a[i] = 2.0f * speed - 1.0f;
    h[6 + i] += MOTOR_SHARE * (speed - FIRST_SPEED - h[6 + i]);
  }
}
