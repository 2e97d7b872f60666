// A finger in reduced coordinates: M(q) q'' + h(q, q') = torque, one substep after the other.
// Semi-implicit Euler; drive and friction are implicit in the speed, so stiff joints stay stable.
typedef struct {
  real x, y, z;
} vec3;

inline vec3 vec(real x, real y, real z) {
  vec3 r;
  r.x = x;
  r.y = y;
  r.z = z;
  return r;
}
inline vec3 plus(vec3 a, vec3 b) { return vec(a.x + b.x, a.y + b.y, a.z + b.z); }
inline vec3 minus(vec3 a, vec3 b) { return vec(a.x - b.x, a.y - b.y, a.z - b.z); }
inline vec3 times(real s, vec3 a) { return vec(s * a.x, s * a.y, s * a.z); }
inline real inner(vec3 a, vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline vec3 outer(vec3 a, vec3 b) {
  return vec(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

// columns of a rotation matrix: the link's axes in the world
typedef struct {
  vec3 x, y, z;
} frame;

inline frame turn(frame f, int axis, real angle) {
  real c = cos(angle), s = sin(angle);
  frame g = f;
  if (axis == 1) {
    g.x = minus(times(c, f.x), times(s, f.z));
    g.z = plus(times(s, f.x), times(c, f.z));
  } else {
    g.x = plus(times(c, f.x), times(s, f.y));
    g.y = minus(times(c, f.y), times(s, f.x));
  }
  return g;
}

// I v of a body that is round about its x axis
inline vec3 inertia_times(int link, frame f, vec3 v) {
  real extra = (INERTIA_ALONG[link] - INERTIA_ACROSS[link]) * inner(f.x, v);
  return plus(times((real)(INERTIA_ACROSS[link]), v), times(extra, f.x));
}

// mass matrix and bias from base to tip; the base is accelerated by -g
inline void assemble(const real *q, const real *v, real *M, real *h) {
  const real zero = 0.0f, one = 1.0f;
  frame f;
  f.x = vec(one, zero, zero);
  f.y = vec(zero, one, zero);
  f.z = vec(zero, zero, one);
  vec3 joint = vec(zero, zero, zero), spin = joint, spin_rate = joint;
  vec3 pull = vec(zero, zero, GRAVITY);
  vec3 axis[JOINTS], origin[JOINTS];
  for (int i = 0; i < JOINTS; i++) {
    h[i] = zero;
    for (int j = 0; j <= i; j++) M[i * JOINTS + j] = zero;
  }
  for (int i = 0; i < JOINTS; i++) {
    f = turn(f, AXIS[i], q[i]);
    axis[i] = AXIS[i] == 1 ? f.y : f.z;
    origin[i] = joint;
    spin_rate = plus(spin_rate, times(v[i], outer(spin, axis[i])));
    spin = plus(spin, times(v[i], axis[i]));
    vec3 reach = times((real)(LENGTH[i]), f.x);
    vec3 centre = plus(joint, times((real)(0.5f), reach));
    vec3 bend = plus(outer(spin_rate, reach), outer(spin, outer(spin, reach)));
    vec3 force = times((real)(MASS[i]), plus(pull, times((real)(0.5f), bend)));
    vec3 torque = plus(inertia_times(i, f, spin_rate), outer(spin, inertia_times(i, f, spin)));
    vec3 lever[JOINTS];
    for (int j = 0; j <= i; j++) {
      lever[j] = outer(axis[j], minus(centre, origin[j]));
      h[j] += inner(lever[j], force) + inner(axis[j], torque);
      vec3 swing = inertia_times(i, f, axis[j]);
      for (int k = 0; k <= j; k++)
        M[j * JOINTS + k] += MASS[i] * inner(lever[j], lever[k]) + inner(swing, axis[k]);
    }
    M[i * JOINTS + i] += ARMATURE[i];
    joint = plus(joint, reach);
    pull = plus(pull, bend);
  }
}

// solves M x = b in place by LDL^T; M is the lower triangle
inline void solve_lower(real *M, real *b) {
  for (int i = 0; i < JOINTS; i++) {
    for (int j = 0; j < i; j++) {
      real s = M[i * JOINTS + j];
      for (int k = 0; k < j; k++) s -= M[i * JOINTS + k] * M[j * JOINTS + k] * M[k * JOINTS + k];
      M[i * JOINTS + j] = s / M[j * JOINTS + j];
    }
    for (int k = 0; k < i; k++)
      M[i * JOINTS + i] -= SQUARE(M[i * JOINTS + k]) * M[k * JOINTS + k];
    for (int k = 0; k < i; k++) b[i] -= M[i * JOINTS + k] * b[k];
  }
  for (int i = JOINTS - 1; i >= 0; i--) {
    b[i] = b[i] / M[i * JOINTS + i];
    for (int k = i + 1; k < JOINTS; k++) b[i] -= M[k * JOINTS + i] * b[k];
  }
}

// drive and friction at the end of the substep: value into b, slope onto the diagonal
inline void drive(int i, mask limited, real pushed, real target, real q, real v, float dt, real *M,
                  real *b) {
  real wanted = STIFFNESS * (target - q - dt * v) - DAMPING * v;
  real torque = SEL(limited, pushed, wanted);
  real slope = SEL(limited, 0.0f, STIFFNESS * dt + DAMPING);
  real rub = tanh_(v / FRICTION_SPEED);
  slope += VISCOUS + COULOMB / FRICTION_SPEED * (1.0f - rub * rub);
  b[i] = dt * (torque - VISCOUS * v - COULOMB * rub - b[i]);
  M[i * JOINTS + i] += dt * slope;
}

// speeds change by b; a drive that would pass its limit at the end of the substep pushes at the
// limit instead: deciding by the torque at the start would throw light links about
inline void accelerate(const real *target, const real *q, const real *v, float dt, const real *M,
                       real *b) {
  real M0[JOINTS * JOINTS], b0[JOINTS];
  for (int i = 0; i < JOINTS; i++) {
    b0[i] = b[i];
    for (int j = 0; j <= i; j++) M0[i * JOINTS + j] = M[i * JOINTS + j];
  }
  for (int i = 0; i < JOINTS; i++)
    drive(i, (mask)(0), (real)(0.0f), target[i], q[i], v[i], dt, M0, b0);
  solve_lower(M0, b0);
  for (int i = 0; i < JOINTS; i++)
    for (int j = 0; j <= i; j++) M0[i * JOINTS + j] = M[i * JOINTS + j];
  for (int i = 0; i < JOINTS; i++) {
    real end = v[i] + b0[i];
    real torque = STIFFNESS * (target[i] - q[i] - dt * end) - DAMPING * end;
    drive(i, abs_(torque) > LIMIT, clamp_(torque, -LIMIT, LIMIT), target[i], q[i], v[i], dt, M0,
          b);
  }
  solve_lower(M0, b);
}

__kernel void finger_advance(__global real *restrict state, __global const real *restrict targets,
                             float dt, int substeps) {
  size_t e = get_global_id(0), n = get_global_size(0);
  real q[JOINTS], v[JOINTS], target[JOINTS], M[JOINTS * JOINTS], b[JOINTS];
  for (int i = 0; i < JOINTS; i++) {
    q[i] = state[i * n + e];
    v[i] = state[(JOINTS + i) * n + e];
    target[i] = targets[i * n + e];
  }
  for (int s = 0; s < substeps; s++) {
    assemble(q, v, M, b);
    accelerate(target, q, v, dt, M, b);
    for (int i = 0; i < JOINTS; i++) {
      v[i] += b[i];
      q[i] += dt * v[i];
    }
  }
  for (int i = 0; i < JOINTS; i++) {
    state[i * n + e] = q[i];
    state[(JOINTS + i) * n + e] = v[i];
  }
}
