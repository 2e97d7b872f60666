// Trees in reduced coordinates. Every link's frame has its joint's axis as z. Spatial quantities are
// in the world's axes about the component's origin, so composite inertias simply add
// (Featherstone, Rigid Body Dynamics Algorithms, 2008, chapters 5 and 6).

inline void tree_load(Work* w, const real* s, const real* p) {
  _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
    const real* own = p + LINK_PARAMETERS[l];
    w->mass[l] = LINK_MASS[l] * own[0];
    Vector shift = vector_of(own[1], own[2], own[3]);
    Vector turned = vector_of(
        LINK_ALIGN[9 * l] * shift.x + LINK_ALIGN[9 * l + 1] * shift.y + LINK_ALIGN[9 * l + 2] * shift.z,
        LINK_ALIGN[9 * l + 3] * shift.x + LINK_ALIGN[9 * l + 4] * shift.y + LINK_ALIGN[9 * l + 5] * shift.z,
        LINK_ALIGN[9 * l + 6] * shift.x + LINK_ALIGN[9 * l + 7] * shift.y + LINK_ALIGN[9 * l + 8] * shift.z);
    w->centre[l] = vector_sum(vector_constant(LINK_CENTRE + 3 * l), turned);
    int d = LINK_DOF[l];
    if (LINK_KIND[l] == 3) {
      const real* row = s + LINK_ROW[l];
      int c = LINK_COMPONENT[l];
      w->root_place[c] = vector_read(row);
      for (int i = 0; i < 4; i++) w->root[4 * c + i] = row[3 + i];
      for (int i = 0; i < 3; i++) w->v[d + i] = row[7 + i];
      Matrix R = quaternion_matrix(w->root + 4 * c);
      vector_write(matrix_times(R, vector_read(row + 10)), w->v + d + 3);
    } else {
      w->q[l] = s[LINK_ROW[l]];
      w->v[d] = s[LINK_SPEED_ROW[l]];
    }
  }
}

inline void tree_store(const Work* w, real* s) {
  _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
    int d = LINK_DOF[l];
    if (LINK_KIND[l] == 3) {
      real* row = s + LINK_ROW[l];
      int c = LINK_COMPONENT[l];
      vector_write(w->root_place[c], row);
      for (int i = 0; i < 4; i++) row[3 + i] = w->root[4 * c + i];
      for (int i = 0; i < 3; i++) row[7 + i] = w->v[d + i];
      Matrix R = quaternion_matrix(w->root + 4 * c);
      vector_write(matrix_back(R, vector_read(w->v + d + 3)), row + 10);
    } else {
      s[LINK_ROW[l]] = w->q[l];
      s[LINK_SPEED_ROW[l]] = w->v[d];
    }
  }
}

inline void tree_drift(Work* w, float t) {
  _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
    int d = LINK_DOF[l];
    if (LINK_KIND[l] == 3) {
      int c = LINK_COMPONENT[l];
      w->root_place[c] = vector_plus(w->root_place[c], (real)(t), vector_read(w->v + d));
      quaternion_turn(w->root + 4 * c, vector_scaled((real)(t), vector_read(w->v + d + 3)));
    } else {
      w->q[l] += t * w->v[d];
    }
  }
  for (int d = 6 * FREE_COUNT; d < 6 * FREE_COUNT + TREE_DOF_COUNT; d++)
    w->gone[d] += t * w->v[d];
}

// frames of the links in the world
inline void tree_frames(Work* w) {
  _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
    if (LINK_KIND[l] == 3) {
      w->LR[l] = quaternion_matrix(w->root + 4 * LINK_COMPONENT[l]);
      w->LP[l] = w->root_place[LINK_COMPONENT[l]];
      continue;
    }
    Matrix R;
    Vector P;
    int parent = LINK_PARENT[l];
    if (parent < 0) {
      R = matrix_constant(LINK_TURN + 9 * l);
      P = vector_constant(LINK_PLACE + 3 * l);
    } else {
      R = matrix_times_constant(w->LR[parent], LINK_TURN + 9 * l);
      P = vector_sum(w->LP[parent],
                     matrix_times(w->LR[parent], vector_constant(LINK_PLACE + 3 * l)));
    }
    if (LINK_KIND[l] == 1) {
      real s, c;
      sine_cosine(w->q[l], &s, &c);
      Vector x = matrix_column(R, 0), y = matrix_column(R, 1), z = matrix_column(R, 2);
      R = matrix_columns(vector_plus(vector_scaled(c, x), s, y),
                         vector_plus(vector_scaled(c, y), -s, x), z);
    } else {
      P = vector_plus(P, w->q[l], matrix_column(R, 2));
    }
    w->LR[l] = R;
    w->LP[l] = P;
  }
}

// axes of the degrees of freedom and inertias of the links about the origin of their component
inline void tree_inertias(Work* w, const real* p) {
  for (int c = 0; c < COMPONENT_COUNT; c++) w->origin[c] = w->LP[COMPONENT_ORIGIN[c]];
  _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
    int d = LINK_DOF[l] - 6 * FREE_COUNT;
    Vector O = w->origin[LINK_COMPONENT[l]];
    Vector z = matrix_column(w->LR[l], 2);
    const real zero = 0.0f, one = 1.0f;
    Vector none = vector_of(zero, zero, zero);
    if (LINK_KIND[l] == 3) {
      for (int i = 0; i < 3; i++) {
        Vector e = vector_of(i == 0 ? one : zero, i == 1 ? one : zero, i == 2 ? one : zero);
        w->axis[d + i] = none;
        w->slide[d + i] = e;
        w->axis[d + 3 + i] = e;
        w->slide[d + 3 + i] = none;
      }
    } else if (LINK_KIND[l] == 1) {
      w->axis[d] = z;
      w->slide[d] = vector_cross(vector_minus(w->LP[l], O), z);
    } else {
      w->axis[d] = none;
      w->slide[d] = z;
    }
    Vector c = vector_minus(vector_sum(w->LP[l], matrix_times(w->LR[l], w->centre[l])), O);
    real m = w->mass[l];
    Symmetric I = symmetric_turned(w->LR[l], LINK_INERTIA + 6 * l, p[LINK_PARAMETERS[l]]);
    real cc = m * vector_dot(c, c);
    Vector mc = vector_scaled(m, c);
    I.xx += cc - mc.x * c.x;
    I.xy -= mc.x * c.y;
    I.xz -= mc.x * c.z;
    I.yy += cc - mc.y * c.y;
    I.yz -= mc.y * c.z;
    I.zz += cc - mc.z * c.z;
    w->moment[l] = mc;
    w->inertia[l] = I;
  }
}

// mass matrix by composite rigid bodies; the armature is on the diagonal
inline void tree_mass_matrix(Work* w) {
  real m[SCENE_LINKS];
  Vector first[SCENE_LINKS];
  Symmetric second[SCENE_LINKS];
  for (int l = 0; l < LINK_COUNT; l++) {
    m[l] = w->mass[l];
    first[l] = w->moment[l];
    second[l] = w->inertia[l];
  }
  _Pragma("unroll 1") for (int l = LINK_COUNT - 1; l >= 0; l--) {
    int parent = LINK_PARENT[l];
    if (parent < 0) continue;
    m[parent] += m[l];
    first[parent] = vector_sum(first[parent], first[l]);
    second[parent].xx += second[l].xx;
    second[parent].xy += second[l].xy;
    second[parent].xz += second[l].xz;
    second[parent].yy += second[l].yy;
    second[parent].yz += second[l].yz;
    second[parent].zz += second[l].zz;
  }
  _Pragma("unroll 1") for (int d = 0; d < TREE_DOF_COUNT; d++) {
    int l = DOF_LINK[d];
    Vector a = w->axis[d], s = w->slide[d];
    Vector force = vector_plus(vector_cross(a, first[l]), m[l], s);
    Vector torque = vector_sum(symmetric_times(second[l], a), vector_cross(first[l], s));
    real* row = w->M + DOF_MATRIX[d];
    _Pragma("unroll 1") for (int e = d; e >= 0; e = DOF_PARENT[e])
        row[DOF_INDEX[e]] = vector_dot(w->axis[e], torque) + vector_dot(w->slide[e], force);
    row[DOF_INDEX[d]] += DOF_ARMATURE[d];
  }
}

// forces that hold the speeds v constant: gravity, centrifugal and Coriolis forces (Newton, Euler)
inline void tree_bias(Work* w, const real* v) {
  Vector spin[SCENE_LINKS], speed[SCENE_LINKS], bend[SCENE_LINKS], pull[SCENE_LINKS];
  Vector force[SCENE_LINKS], torque[SCENE_LINKS];
  const real zero = 0.0f;
  _Pragma("unroll 1") for (int l = 0; l < LINK_COUNT; l++) {
    int d = LINK_DOF[l] - 6 * FREE_COUNT, parent = LINK_PARENT[l];
    Vector none = vector_of(zero, zero, zero);
    Vector omega = none, u = none, alpha = none;
    Vector a = vector_of(zero, zero, (real)(GRAVITY_OF_SCENE));
    if (LINK_KIND[l] == 3) {
      u = vector_read(v + d);
      omega = vector_read(v + d + 3);
      a = vector_minus(a, vector_cross(omega, u));
    } else {
      if (parent >= 0) {
        omega = spin[parent];
        u = speed[parent];
        alpha = bend[parent];
        a = pull[parent];
      }
      Vector turn = vector_scaled(v[d], w->axis[d]), slide = vector_scaled(v[d], w->slide[d]);
      omega = vector_sum(omega, turn);
      u = vector_sum(u, slide);
      alpha = vector_sum(alpha, vector_cross(omega, turn));
      a = vector_sum(a, vector_sum(vector_cross(omega, slide), vector_cross(u, turn)));
    }
    spin[l] = omega;
    speed[l] = u;
    bend[l] = alpha;
    pull[l] = a;
    real m = w->mass[l];
    Vector mc = w->moment[l];
    Vector momentum = vector_plus(vector_cross(omega, mc), m, u);
    Vector angular = vector_sum(symmetric_times(w->inertia[l], omega), vector_cross(mc, u));
    force[l] = vector_sum(vector_plus(vector_cross(alpha, mc), m, a), vector_cross(omega, momentum));
    torque[l] = vector_sum(
        vector_sum(symmetric_times(w->inertia[l], alpha), vector_cross(mc, a)),
        vector_sum(vector_cross(omega, angular), vector_cross(u, momentum)));
  }
  _Pragma("unroll 1") for (int l = LINK_COUNT - 1; l >= 0; l--) {
    int d = LINK_DOF[l] - 6 * FREE_COUNT, parent = LINK_PARENT[l];
    if (LINK_KIND[l] == 3) {
      vector_write(force[l], w->bias + d);
      vector_write(torque[l], w->bias + d + 3);
    } else {
      w->bias[d] = vector_dot(w->axis[d], torque[l]) + vector_dot(w->slide[d], force[l]);
    }
    if (parent >= 0) {
      force[parent] = vector_sum(force[parent], force[l]);
      torque[parent] = vector_sum(torque[parent], torque[l]);
    }
  }
}

// L^T D L of the mass matrix with `stiff` added to its diagonal; only ancestors are coupled
inline void tree_factor(Work* w, const real* stiff) {
  for (int i = 0; i < MATRIX_COUNT; i++) w->L[i] = w->M[i];
  _Pragma("unroll 1") for (int d = 0; d < TREE_DOF_COUNT; d++)
      w->L[DOF_MATRIX[d] + DOF_INDEX[d]] += stiff[d];
  _Pragma("unroll 1") for (int d = TREE_DOF_COUNT - 1; d >= 0; d--) {
    real* row = w->L + DOF_MATRIX[d];
    real inverse = 1.0f / row[DOF_INDEX[d]];
    row[DOF_INDEX[d]] = inverse;
    _Pragma("unroll 1") for (int i = DOF_PARENT[d]; i >= 0; i = DOF_PARENT[i]) {
      real a = row[DOF_INDEX[i]] * inverse;
      _Pragma("unroll 1") for (int j = i; j >= 0; j = DOF_PARENT[j])
          w->L[DOF_MATRIX[i] + DOF_INDEX[j]] -= a * row[DOF_INDEX[j]];
      row[DOF_INDEX[i]] = a;
    }
  }
}

// solves in place for degrees of freedom first to last - 1; the diagonal of L holds 1 / D
inline void tree_solve(const Work* w, int first, int last, real* b) {
  _Pragma("unroll 1") for (int d = last - 1; d >= first; d--)
      _Pragma("unroll 1") for (int j = DOF_PARENT[d]; j >= 0; j = DOF_PARENT[j])
          b[j] -= w->L[DOF_MATRIX[d] + DOF_INDEX[j]] * b[d];
  _Pragma("unroll 1") for (int d = first; d < last; d++) {
    b[d] *= w->L[DOF_MATRIX[d] + DOF_INDEX[d]];
    _Pragma("unroll 1") for (int j = DOF_PARENT[d]; j >= 0; j = DOF_PARENT[j])
        b[d] -= w->L[DOF_MATRIX[d] + DOF_INDEX[j]] * b[j];
  }
}

inline void tree_inverse(Work* w) {
  _Pragma("unroll 1") for (int c = 0; c < COMPONENT_COUNT; c++) {
    int first = COMPONENT_DOF[c], last = COMPONENT_DOF[c + 1], n = last - first;
    real column[SCENE_TREE_DOFS];
    _Pragma("unroll 1") for (int i = first; i < last; i++) {
      for (int d = first; d < last; d++) column[d] = (real)(0.0f);
      column[i] = (real)(1.0f);
      tree_solve(w, first, last, column);
      for (int d = first; d < last; d++) w->inverse[DOF_MATRIX[i] + d - first] = column[d];
      w->heavy[i] = 1.0f / column[i];
    }
  }
}
