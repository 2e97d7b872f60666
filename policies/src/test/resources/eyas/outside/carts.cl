// Four carts on rails, x'' = (force + wind) / mass, to be held at the origin: the example of docs/tasks.md.
// state: positions 4 [m], velocities 4 [m/s], wind [N]; parameters: mass [kg], start [m]
#define ADJOINT_ROWS 8
#define TASK_ACTIONS 4
#define STREAM_RESET 1
#define STREAM_WIND 2
#define S_WIND 8
#define P_MASS 0
#define P_START 1

inline real carts_force(real a) { return FORCE * clamp_(a, (real)(-1.0f), (real)(1.0f)); }

// one control period, semi-implicit Euler
inline void task_advance(real* s, const real* p, const real* a) {
  UNROLL for (int i = 0; i < 4; i++) {
    s[4 + i] += PERIOD * (carts_force(a[i]) + s[S_WIND]) / p[P_MASS];
    s[i] += PERIOD * s[4 + i];
  }
}

// g: adjoint rows after the period, becomes those before it; ga += adjoint of the action
inline void task_advance_adjoint(const real* s, const real* p, const real* a, real* g, real* ga) {
  UNROLL for (int i = 0; i < 4; i++) {
    g[4 + i] += PERIOD * g[i];
    ga[i] += SEL(abs_(a[i]) <= 1.0f, PERIOD * FORCE * g[4 + i] / p[P_MASS], 0.0f);
  }
}

// 8, what encoders sense: positions and velocities
inline void task_observe_encoders(const real* s, const real* p, real* o) {
  UNROLL for (int i = 0; i < 8; i++) o[i] = s[i];
}

// h += (d encoders / d state)^T g
inline void task_observe_encoders_adjoint(const real* s, const real* p, const real* g, real* h) {
  UNROLL for (int i = 0; i < 8; i++) h[i] += g[i];
}

// 9: encoders and mass
inline void task_observe_privileged(const real* s, const real* p, real* o) {
  task_observe_encoders(s, p, o);
  o[8] = p[P_MASS];
}

inline void task_observe_privileged_adjoint(const real* s, const real* p, const real* g, real* h) {
  task_observe_encoders_adjoint(s, p, g, h);
}

// distance to the goal [m]
inline real task_error(const real* s) {
  return sqrt(SQUARE(s[0]) + SQUARE(s[1]) + SQUARE(s[2]) + SQUARE(s[3]));
}

inline real task_reward(const real* before, const real* s, const real* p, const real* a, real* terms) {
  terms[0] = (real)(1.0f);
  terms[1] = -task_error(s);
  return terms[0] + terms[1];
}

inline mask task_terminated(const real* s, const real* p) { return !(task_error(s) <= RAIL); }

// reset while learning from gradients: looser, so that the loss can act beyond the end
inline mask task_lost(const real* s, const real* p) { return !(task_error(s) <= 2.0f * RAIL); }

// what changes every step: the wind
inline void task_update(real* s, const real* p, const Random* random) {
  real n[4];
  random_noise(random, STREAM_WIND, 0, n);
  s[S_WIND] = WIND * n[0];
}

inline void task_reset(real* s, const real* p, const Random* random) {
  real u[4];
  random_uniform(random, STREAM_RESET, 0, u);
  UNROLL for (int i = 0; i < 4; i++) {
    s[i] = (2.0f * u[i] - 1.0f) * p[P_START];
    s[4 + i] = (real)(0.0f);
  }
  task_update(s, p, random);
}

// smooth stand-in of the reward, to be minimised
inline real task_loss(const real* before, const real* s, const real* p, const real* a) {
  real loss = (real)(0.0f);
  UNROLL for (int i = 0; i < 4; i++) loss += SQUARE(s[i]) + 0.1f * SQUARE(s[4 + i]) + 0.01f * SQUARE(a[i]);
  return loss;
}

// g += adjoint of the state after the period, ga += of the action, gb += of the state before the period
inline void task_loss_adjoint(const real* before, const real* s, const real* p, const real* a, real* g, real* ga, real* gb) {
  UNROLL for (int i = 0; i < 4; i++) {
    g[i] += 2.0f * s[i];
    g[4 + i] += 0.2f * s[4 + i];
    ga[i] += 0.02f * a[i];
  }
}
