// Contacts of boxes: with half spaces by their corners, with each other by 15 separating axes.

inline void plane_box(Work* w, int pair, mask near, real mu) {
  int b = PAIR_B[pair];
  real size = w->size[b];
  Vector x = vector_scaled(COLLIDER_SIZE[3 * b] * size, matrix_column(w->turned[b], 0));
  Vector y = vector_scaled(COLLIDER_SIZE[3 * b + 1] * size, matrix_column(w->turned[b], 1));
  Vector z = vector_scaled(COLLIDER_SIZE[3 * b + 2] * size, matrix_column(w->turned[b], 2));
  _Pragma("unroll 1") for (int k = 0; k < 8; k++) {
    Vector corner = vector_plus(w->place[b], (real)(k & 1 ? 1.0f : -1.0f), x);
    corner = vector_plus(corner, (real)(k & 2 ? 1.0f : -1.0f), y);
    corner = vector_plus(corner, (real)(k & 4 ? 1.0f : -1.0f), z);
    plane_ball(w, pair, k, near, corner, (real)(0.0f), mu);
  }
}

// a box with its axes in the world, turned so that the axis of interest comes first
typedef struct {
  Vector centre, axis[3];
  real extent[3];
} BoxFace;

inline Vector vector_third(mask first, mask second, Vector a, Vector b, Vector c) {
  return vector_select(first, a, vector_select(second, b, c));
}

inline BoxFace box_turned(const BoxFace* box, real which) {
  mask first = which < 0.5f, second = (which < 1.5f) & !first;
  BoxFace r;
  r.centre = box->centre;
  for (int i = 0; i < 3; i++) {
    int j = (i + 1) % 3, k = (i + 2) % 3;
    r.axis[i] = vector_third(first, second, box->axis[i], box->axis[j], box->axis[k]);
    r.extent[i] = SEL(first, box->extent[i], SEL(second, box->extent[j], box->extent[k]));
  }
  return r;
}

inline BoxFace box_select(mask m, const BoxFace* a, const BoxFace* b) {
  BoxFace r;
  r.centre = vector_select(m, a->centre, b->centre);
  for (int i = 0; i < 3; i++) {
    r.axis[i] = vector_select(m, a->axis[i], b->axis[i]);
    r.extent[i] = SEL(m, a->extent[i], b->extent[i]);
  }
  return r;
}

inline BoxFace box_of(const Work* w, int i) {
  BoxFace r;
  r.centre = w->place[i];
  for (int k = 0; k < 3; k++) {
    r.axis[k] = matrix_column(w->turned[i], k);
    r.extent[k] = COLLIDER_SIZE[3 * i + k] * w->size[i];
  }
  return r;
}

// clips the face of `other` that looks at face axis[0] of `box` and keeps up to four contacts
inline void box_faces(Work* w, int pair, mask near, const BoxFace* box, const BoxFace* other,
                      mask swapped, real mu) {
  Vector d = vector_minus(other->centre, box->centre);
  Vector n = vector_scaled(sign_(vector_dot(d, box->axis[0])), box->axis[0]);
  Vector t1 = box->axis[1], t2 = box->axis[2];
  // the face of the other box that looks back most
  real look[3];
  for (int i = 0; i < 3; i++) look[i] = vector_dot(n, other->axis[i]);
  real l0 = abs_(look[0]), l1 = abs_(look[1]), l2 = abs_(look[2]);
  real which = SEL((l0 >= l1) & (l0 >= l2), 0.0f, SEL(l1 >= l2, 1.0f, 2.0f));
  BoxFace facing = box_turned(other, which);
  real back = vector_dot(n, facing.axis[0]);
  Vector m = vector_scaled(-sign_(back), facing.axis[0]);
  Vector middle = vector_plus(d, facing.extent[0], m);
  // in the plane of the reference face
  real cx = vector_dot(middle, t1), cy = vector_dot(middle, t2),
       ch = vector_dot(middle, n) - box->extent[0];
  real ux = vector_dot(facing.axis[1], t1) * facing.extent[1],
       uy = vector_dot(facing.axis[1], t2) * facing.extent[1],
       uh = vector_dot(facing.axis[1], n) * facing.extent[1];
  real vx = vector_dot(facing.axis[2], t1) * facing.extent[2],
       vy = vector_dot(facing.axis[2], t2) * facing.extent[2],
       vh = vector_dot(facing.axis[2], n) * facing.extent[2];
  real ax[4], ay[4], bx[4], by[4], bh[4];
  for (int i = 0; i < 4; i++) {
    float su = i == 0 || i == 3 ? -1.0f : 1.0f, sv = i < 2 ? -1.0f : 1.0f;
    ax[i] = su * box->extent[1];
    ay[i] = sv * box->extent[2];
    bx[i] = cx + su * ux + sv * vx;
    by[i] = cy + su * uy + sv * vy;
    bh[i] = ch + su * uh + sv * vh;
  }
  // the plane of the other face: (x, y, h) m = const; it looks back at least by 1 / sqrt(3)
  real mn = vector_dot(m, n);
  real hx = -vector_dot(m, t1) / mn, hy = -vector_dot(m, t2) / mn;
  Candidates all;
  faces_clip(&all, ax, ay, bx, by, bh, ch - hx * cx - hy * cy, hx, hy);
  faces_keep(w, pair, near, &all, 12, vector_plus(box->centre, box->extent[0], n), t1, t2, n, swapped,
             mu);
}

// two edges: the nearest points of their lines
inline void box_edges(Work* w, int pair, mask by_edge, const BoxFace* a, const BoxFace* b,
                      real edge_a, real edge_b, real mu) {
  BoxFace x = box_turned(a, edge_a), y = box_turned(b, edge_b);
  Vector u = x.axis[0], v = y.axis[0];
  Vector n = vector_cross(u, v);
  n = vector_scaled(1.0f / sqrt(max_(vector_dot(n, n), (real)(1e-6f))), n);
  Vector d = vector_minus(b->centre, a->centre);
  n = vector_scaled(sign_(vector_dot(n, d)), n);
  Vector p = x.centre, q = y.centre;
  for (int k = 1; k < 3; k++) {
    p = vector_plus(p, sign_(vector_dot(n, x.axis[k])) * x.extent[k], x.axis[k]);
    q = vector_plus(q, -sign_(vector_dot(n, y.axis[k])) * y.extent[k], y.axis[k]);
  }
  Vector r = vector_minus(q, p);
  real uv = vector_dot(u, v), ru = vector_dot(r, u), rv = vector_dot(r, v);
  real square = max_(1.0f - uv * uv, (real)(1e-3f));
  p = vector_plus(p, (ru - uv * rv) / square, u);
  q = vector_plus(q, (uv * ru - rv) / square, v);
  real gap = vector_dot(n, vector_minus(q, p));
  contact_found(w, pair, 4, by_edge & (gap < MARGIN), vector_scaled((real)(0.5f), vector_sum(p, q)), n,
                gap, mu);
}

// whether a ball of a radius at `at` along the box's axes comes near
inline mask box_reaches(const BoxFace* box, const real* at, real radius) {
  real square = 0.0f, reach = radius + MARGIN;
  for (int i = 0; i < 3; i++) {
    real beyond = positive_(abs_(at[i]) - box->extent[i]);
    square += beyond * beyond;
  }
  return square < reach * reach;
}

// two boxes (Gottschalk et al. 1996): the axis of greatest separation decides between contacts of
// faces and of two edges. Returns whether they may touch in any lane.
inline int box_box(Work* w, int pair, mask near, real mu) {
  BoxFace a = box_of(w, PAIR_A[pair]), b = box_of(w, PAIR_B[pair]);
  Vector d = vector_minus(b.centre, a.centre);
  real C[9], A[9], ta[3], tb[3];
  for (int i = 0; i < 3; i++) {
    ta[i] = vector_dot(d, a.axis[i]);
    tb[i] = vector_dot(d, b.axis[i]);
  }
  // cheaper than axes: the ball about one box against the other box
  near = near & box_reaches(&a, ta, COLLIDER_REACH[PAIR_B[pair]] * w->size[PAIR_B[pair]]) &
         box_reaches(&b, tb, COLLIDER_REACH[PAIR_A[pair]] * w->size[PAIR_A[pair]]);
  if (!ANY(near)) return 0;
  for (int i = 0; i < 3; i++) {
    for (int j = 0; j < 3; j++) {
      C[3 * i + j] = vector_dot(a.axis[i], b.axis[j]);
      A[3 * i + j] = abs_(C[3 * i + j]);
    }
  }
  real face_a = -1e30f, axis_a = 0.0f, face_b = -1e30f, axis_b = 0.0f;
  for (int i = 0; i < 3; i++) {
    real gap = abs_(ta[i]) - a.extent[i] -
               (b.extent[0] * A[3 * i] + b.extent[1] * A[3 * i + 1] + b.extent[2] * A[3 * i + 2]);
    axis_a = SEL(gap > face_a, (float)i, axis_a);
    face_a = max_(face_a, gap);
    gap = abs_(tb[i]) - b.extent[i] -
          (a.extent[0] * A[i] + a.extent[1] * A[3 + i] + a.extent[2] * A[6 + i]);
    axis_b = SEL(gap > face_b, (float)i, axis_b);
    face_b = max_(face_b, gap);
  }
  near = near & (max_(face_a, face_b) < MARGIN);
  if (!ANY(near)) return 0;
  real edge = -1e30f, edge_a = 0.0f, edge_b = 0.0f;
  for (int i = 0; i < 3; i++) {
    int i1 = (i + 1) % 3, i2 = (i + 2) % 3;
    for (int j = 0; j < 3; j++) {
      int j1 = (j + 1) % 3, j2 = (j + 2) % 3;
      real square = 1.0f - C[3 * i + j] * C[3 * i + j];
      if (!ANY(square > 1e-3f)) continue;
      real gap = abs_(ta[i2] * C[3 * i1 + j] - ta[i1] * C[3 * i2 + j]) -
                 (a.extent[i1] * A[3 * i2 + j] + a.extent[i2] * A[3 * i1 + j]) -
                 (b.extent[j1] * A[3 * i + j2] + b.extent[j2] * A[3 * i + j1]);
      gap = SEL(square > 1e-3f, gap / sqrt(max_(square, (real)(1e-3f))), -1e30f);
      mask more = gap > edge;
      edge_a = SEL(more, (float)i, edge_a);
      edge_b = SEL(more, (float)j, edge_b);
      edge = SEL(more, gap, edge);
    }
  }
  mask swapped = face_b > face_a + 0.02f * min_(a.extent[0], b.extent[0]);
  real face = SEL(swapped, face_b, face_a);
  near = near & (edge < MARGIN);
  if (!ANY(near)) return 0;
  mask by_edge = edge > face + 0.02f * min_(a.extent[0], b.extent[0]);
  mask by_face = near & !by_edge;
  if (ANY(by_face)) {
    BoxFace other = box_select(swapped, &a, &b), box = box_select(swapped, &b, &a);
    box = box_turned(&box, SEL(swapped, axis_b, axis_a));
    box_faces(w, pair, by_face, &box, &other, swapped, mu);
  } else {
    for (int k = 0; k < 4; k++) contact_none(w, pair, k);
  }
  by_edge = near & by_edge;
  if (ANY(by_edge)) {
    box_edges(w, pair, by_edge, &a, &b, edge_a, edge_b, mu);
  } else {
    contact_none(w, pair, 4);
  }
  return 1;
}
