// Drives and friction of joints: position and torque drives act in the kick, implicitly; motors,
// friction and stops are rows of the solver with bounded impulses.

// force of a position drive whose joint would go on with speed v
inline real drive_force(const Work* w, int k, const real* p, real v, float t) {
  int l = SPRING_LINK[k];
  const real* factors = p + LINK_JOINT_PARAMETERS[l];
  return SPRING_STIFFNESS[k] * factors[0] * (w->command[SPRING_COMMAND[k]] - w->q[l] - t * v) -
         SPRING_DAMPING[k] * factors[1] * v;
}

// speeds change by t times the accelerations without contacts. Drives that would pass their
// greatest effort at the end of the step push with it instead: a second round with those drives as
// plain forces.
inline void tree_kick(Work* w, const real* p, float t) {
  real stiff[SCENE_TREE_DOFS], force[SCENE_TREE_DOFS], fixed[SCENE_SPRINGS];
  real* v = w->v + 6 * FREE_COUNT;
  mask over[SCENE_SPRINGS];
  for (int k = 0; k < SPRING_COUNT; k++) over[k] = (mask)(0);
  tree_frames(w);
  tree_inertias(w, p);
  tree_mass_matrix(w);
  tree_bias(w, v);
  _Pragma("unroll 1") for (int round = 0; round < 3; round++) {
    _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
      int d = LINK_DOF[l] - 6 * FREE_COUNT;
      if (LINK_KIND[l] == 3) {
        for (int i = 0; i < 6; i++) {
          stiff[d + i] = (real)(0.0f);
          force[d + i] = (real)(0.0f);
        }
      } else {
        real viscous = LINK_DAMPING[l] * p[LINK_JOINT_PARAMETERS[l] + 2];
        stiff[d] = t * viscous;
        force[d] = -viscous * v[d];
      }
    }
    _Pragma("unroll 1") for (int k = 0; k < TORQUE_COUNT; k++) {
      int l = TORQUE_LINK[k];
      real effort = TORQUE_EFFORT[k] * p[LINK_JOINT_PARAMETERS[l] + 3];
      force[LINK_DOF[l] - 6 * FREE_COUNT] +=
          clamp_(w->command[TORQUE_COMMAND[k]], -effort, effort);
    }
    _Pragma("unroll 1") for (int k = 0; k < SPRING_COUNT; k++) {
      int l = SPRING_LINK[k], d = LINK_DOF[l] - 6 * FREE_COUNT;
      const real* factors = p + LINK_JOINT_PARAMETERS[l];
      real slope = t * (SPRING_STIFFNESS[k] * factors[0] * t + SPRING_DAMPING[k] * factors[1]);
      stiff[d] += SEL(over[k], 0.0f, slope);
      force[d] += SEL(over[k], fixed[k], drive_force(w, k, p, v[d], t));
    }
    tree_factor(w, stiff);
    for (int d = 0; d < TREE_DOF_COUNT; d++) w->change[d] = t * (force[d] - w->bias[d]);
    for (int c = 0; c < COMPONENT_COUNT; c++)
      tree_solve(w, COMPONENT_DOF[c], COMPONENT_DOF[c + 1], w->change);
    if (round == 0) {
      // centrifugal and Coriolis forces of the speeds halfway
      _Pragma("unroll 1") for (int again = 0; again < BIAS_ROUNDS; again++) {
        real middle[SCENE_TREE_DOFS];
        for (int d = 0; d < TREE_DOF_COUNT; d++) middle[d] = v[d] + 0.5f * w->change[d];
        tree_bias(w, middle);
        for (int d = 0; d < TREE_DOF_COUNT; d++) w->change[d] = t * (force[d] - w->bias[d]);
        for (int c = 0; c < COMPONENT_COUNT; c++)
          tree_solve(w, COMPONENT_DOF[c], COMPONENT_DOF[c + 1], w->change);
      }
    }
    mask any_over = (mask)(0);
    _Pragma("unroll 1") for (int k = 0; k < SPRING_COUNT; k++) {
      int l = SPRING_LINK[k], d = LINK_DOF[l] - 6 * FREE_COUNT;
      real effort = SPRING_EFFORT[k] * p[LINK_JOINT_PARAMETERS[l] + 3];
      real wanted = drive_force(w, k, p, v[d] + w->change[d], t);
      mask now = (abs_(wanted) > effort) & !over[k];
      fixed[k] = SEL(now, clamp_(wanted, -effort, effort), fixed[k]);
      over[k] = over[k] | now;
      any_over = any_over | now;
    }
    if (!ANY(any_over)) break;
  }
  for (int d = 0; d < TREE_DOF_COUNT; d++) v[d] += w->change[d];
  tree_inverse(w);
}

// impulse of 1 on degree of freedom d changes the speeds of its component
inline void dof_push(Work* w, int d, real impulse) {
  int c = DOF_COMPONENT[d], first = COMPONENT_DOF[c], n = COMPONENT_DOF[c + 1] - first;
  const real* column = w->inverse + DOF_MATRIX[d];
  real* v = w->v + 6 * FREE_COUNT + first;
  _Pragma("unroll 1") for (int i = 0; i < n; i++) v[i] += column[i] * impulse;
}
inline real dof_lightness(const Work* w, int d) { return w->inverse[DOF_MATRIX[d] + DOF_INDEX[d]]; }

// a stop: positions stay above the end; gap and speed count away from it
inline real stop_impulse(real gap, real speed, real heavy, real before, float t, int biased) {
  real bias = SEL(gap > 0.0f, gap / t, biased ? max_(gap * SOFT_RATE, (real)(-SOFT_SPEED)) : (real)(0.0f));
  return max_(before - (speed + bias) * heavy, (real)(0.0f));
}

inline void joints_solve(Work* w, const real* p, float t, int biased) {
  real* v = w->v + 6 * FREE_COUNT;
  _Pragma("unroll 1") for (int k = 0; k < DRAG_COUNT; k++) {
    int l = DRAG_LINK[k], d = LINK_DOF[l] - 6 * FREE_COUNT;
    const real* factors = p + LINK_JOINT_PARAMETERS[l];
    real target = 0.0f, most = DRAG_EFFORT[k] * factors[2] * t;
    if (DRAG_COMMAND[k] >= 0) {
      target = w->command[DRAG_COMMAND[k]];
      most = DRAG_EFFORT[k] * factors[3] * t;
    }
    real before = w->drag[k];
    w->drag[k] = clamp_(before - (v[d] - target) * w->heavy[d], -most, most);
    dof_push(w, d, w->drag[k] - before);
  }
  _Pragma("unroll 1") for (int k = 0; k < STOP_COUNT; k++) {
    int l = STOP_LINK[k], d = LINK_DOF[l] - 6 * FREE_COUNT;
    real low = w->q[l] - STOP_LOWER[k], high = STOP_UPPER[k] - w->q[l];
    real reach = abs_(v[d]) * t;
    mask near = (low < reach) | (high < reach) | (w->lower[k] > 0.0f) | (w->upper[k] > 0.0f);
    if (!ANY(near)) continue;
    real light = dof_lightness(w, d);
    real before = w->lower[k] - w->upper[k];
    w->lower[k] = SEL(near, stop_impulse(low, v[d], w->heavy[d], w->lower[k], t, biased), 0.0f);
    real speed = v[d] + light * (w->lower[k] - w->upper[k] - before);
    w->upper[k] = SEL(near, stop_impulse(high, -speed, w->heavy[d], w->upper[k], t, biased), 0.0f);
    dof_push(w, d, w->lower[k] - w->upper[k] - before);
  }
}

// two wheels: speed along the base's x axis, none along y, and yaw rate
inline void drives_solve(Work* w, const real* p, float t) {
  real* v = w->v + 6 * FREE_COUNT;
  _Pragma("unroll 1") for (int k = 0; k < DRIVE_COUNT; k++) {
    int d = DRIVE_DOF[k], l = DRIVE_LINK[k];
    real s, c;
    sine_cosine(w->q[l + 2], &s, &c);
    const real* along_x = w->inverse + DOF_MATRIX[d];
    const real* along_y = w->inverse + DOF_MATRIX[d + 1];
    for (int side = 0; side < 2; side++) {
      real cx = side ? -s : c, cy = side ? c : s;
      real light = cx * (cx * along_x[0] + 2.0f * cy * along_x[1]) + cy * cy * along_y[1];
      real target = side ? (real)(0.0f) : w->command[DRIVE_COMMAND[k]];
      real most = DRIVE_LIMIT[3 * k + side] * p[LINK_JOINT_PARAMETERS[l + side] + 3] * t;
      real before = w->drive[3 * k + side];
      real after = clamp_(before - (cx * v[d] + cy * v[d + 1] - target) / light, -most, most);
      w->drive[3 * k + side] = after;
      dof_push(w, d, cx * (after - before));
      dof_push(w, d + 1, cy * (after - before));
    }
    real most = DRIVE_LIMIT[3 * k + 2] * p[LINK_JOINT_PARAMETERS[l + 2] + 3] * t;
    real before = w->drive[3 * k + 2];
    real wrong = v[d + 2] - w->command[DRIVE_COMMAND[k] + 1];
    w->drive[3 * k + 2] = clamp_(before - wrong * w->heavy[d + 2], -most, most);
    dof_push(w, d + 2, w->drive[3 * k + 2] - before);
  }
}

// the impulses of the time step before are the first guess
inline void joints_warm(Work* w) {
  for (int k = 0; k < DRAG_COUNT; k++)
    dof_push(w, LINK_DOF[DRAG_LINK[k]] - 6 * FREE_COUNT, w->drag[k]);
  for (int k = 0; k < STOP_COUNT; k++)
    dof_push(w, LINK_DOF[STOP_LINK[k]] - 6 * FREE_COUNT, w->lower[k] - w->upper[k]);
  for (int k = 0; k < DRIVE_COUNT; k++) {
    real s, c;
    sine_cosine(w->q[DRIVE_LINK[k] + 2], &s, &c);
    real forward = w->drive[3 * k], sideways = w->drive[3 * k + 1];
    dof_push(w, DRIVE_DOF[k], c * forward - s * sideways);
    dof_push(w, DRIVE_DOF[k] + 1, s * forward + c * sideways);
    dof_push(w, DRIVE_DOF[k] + 2, w->drive[3 * k + 2]);
  }
}
