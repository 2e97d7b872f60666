// One control period of a quadrotor: commands and delay, disturbance, physics, and the adjoint of all three.
// ADJOINT_ROWS: body 17, last command 4, and the two commands before it where commands are delayed.
#define ADJOINT_ROWS (DELAYED ? 29 : 21)
#define TASK_ACTIONS 4

// weights of the command given now and of the three before it, for a delay in control periods
#if DELAYED
inline real delay_weight(const real* p, float j) { return positive_(1.0f - abs_(p[P_DELAY] - j)); }
#endif

inline real command_clamp(real a) { return clamp_(a, (real)(-1.0f), (real)(1.0f)); }
inline real command_slope(real a) { return SEL(abs_(a) <= 1.0f, 1.0f, 0.0f); }

// setpoints of this control period: rotor speeds in [0, 1], or collective and body rates
inline void task_setpoints(const real* s, const real* p, const real* a, real* c) {
  UNROLL for (int i = 0; i < 4; i++) {
#if DELAYED
    c[i] = delay_weight(p, 0) * command_clamp(a[i]) + delay_weight(p, 1) * command_clamp(s[S_ACTION + i]) +
           delay_weight(p, 2) * command_clamp(s[OLDER_ROW + i]) + delay_weight(p, 3) * command_clamp(s[OLDER_ROW + 4 + i]);
#else
    c[i] = command_clamp(a[i]);
#endif
  }
#if RATES
  c[0] = 0.5f * (c[0] + 1.0f);
  c[1] *= MAX_ROLL_RATE;
  c[2] *= MAX_ROLL_RATE;
  c[3] *= MAX_YAW_RATE;
#else
  UNROLL for (int i = 0; i < 4; i++) c[i] = 0.5f * (c[i] + 1.0f);
#endif
}

inline void task_disturbance(const real* s, const real* p, Disturbance* e) {
  UNROLL for (int i = 0; i < 3; i++) {
#if DISTURBED
    e->force[i] = (s[S_FORCE + i] + s[TORQUE_ROW + 3 + i]) * p[P_INVERSE_MASS];
    e->torque[i] = s[TORQUE_ROW + i] + s[TORQUE_ROW + 6 + i];
#else
    e->force[i] = s[S_FORCE + i] * p[P_INVERSE_MASS];
    e->torque[i] = (real)(0.0f);
#endif
  }
}

// one control period of physics; the last commands move one place back
inline void task_advance(real* s, const real* p, const real* a) {
  Disturbance e;
  real c[4];
  task_disturbance(s, p, &e);
  task_setpoints(s, p, a, c);
  body_step(p, &e, s, c);
  UNROLL for (int i = 0; i < 4; i++) {
#if DELAYED
    s[OLDER_ROW + 4 + i] = s[OLDER_ROW + i];
    s[OLDER_ROW + i] = s[S_ACTION + i];
#endif
    s[S_ACTION + i] = a[i];
  }
}

// g: adjoint rows after the period, becomes those before it; ga += adjoint of the action
inline void task_advance_adjoint(const real* s, const real* p, const real* a, real* g, real* ga) {
  Disturbance e;
  real c[4], ac[4] = {(real)(0.0f), (real)(0.0f), (real)(0.0f), (real)(0.0f)};
  task_disturbance(s, p, &e);
  task_setpoints(s, p, a, c);
  body_step_adjoint(p, &e, s, c, g, ac);
#if RATES
  ac[0] *= 0.5f;
  ac[1] *= MAX_ROLL_RATE;
  ac[2] *= MAX_ROLL_RATE;
  ac[3] *= MAX_YAW_RATE;
#else
  UNROLL for (int i = 0; i < 4; i++) ac[i] *= 0.5f;
#endif
  UNROLL for (int i = 0; i < 4; i++) {
    ga[i] += g[17 + i];
#if DELAYED
    ga[i] += delay_weight(p, 0) * command_slope(a[i]) * ac[i];
    g[17 + i] = g[21 + i] + delay_weight(p, 1) * command_slope(s[S_ACTION + i]) * ac[i];
    g[21 + i] = g[25 + i] + delay_weight(p, 2) * command_slope(s[OLDER_ROW + i]) * ac[i];
    g[25 + i] = delay_weight(p, 3) * command_slope(s[OLDER_ROW + 4 + i]) * ac[i];
#else
    ga[i] += command_slope(a[i]) * ac[i];
    g[17 + i] = (real)(0.0f);
#endif
  }
}
