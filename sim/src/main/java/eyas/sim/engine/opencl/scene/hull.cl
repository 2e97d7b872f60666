// Contacts of any two convex shapes by their support points: Minkowski portal refinement (Snethen,
// XenoCollide, Game Programming Gems 7, 2008) finds the normal, then their supporting faces are
// clipped by each other.

// the point of a collider that lies furthest along d (any length but 0), in the world
inline Vector hull_support(const Work* w, int i, Vector d) {
  Vector l = matrix_back(w->turned[i], d), r;
  real size = w->size[i];
  __constant float* dims = COLLIDER_SIZE + 3 * i;
  const real zero = 0.0f, tiny = 1e-20f;
  if (COLLIDER_KIND[i] == SHAPE_BOX) {
    r = vector_of(sign_(l.x) * dims[0], sign_(l.y) * dims[1], sign_(l.z) * dims[2]);
  } else if (COLLIDER_KIND[i] == SHAPE_CYLINDER) {
    real scale = dims[0] / sqrt(max_(l.x * l.x + l.y * l.y, tiny));
    r = vector_of(scale * l.x, scale * l.y, sign_(l.z) * dims[2]);
  } else if (COLLIDER_KIND[i] == SHAPE_CONVEX) {
    real best = -1e30f;
    r = vector_of(zero, zero, zero);
    _Pragma("unroll 1") for (int v = COLLIDER_VERTEX[i]; v < COLLIDER_VERTEX[i + 1]; v++) {
      __constant float* t = VERTEX + 3 * v;
      real along = l.x * t[0] + l.y * t[1] + l.z * t[2];
      mask more = along > best;
      best = SEL(more, along, best);
      r = vector_select(more, vector_constant(t), r);
    }
  } else {
    // a ball, or the two balls of a capsule
    real scale = dims[0] / sqrt(max_(vector_dot(l, l), tiny));
    r = vector_scaled(scale, l);
    r.z += sign_(l.z) * dims[2];
  }
  return vector_plus(w->place[i], size, matrix_times(w->turned[i], r));
}

// a point of the difference of the second and the first body, both grown by half the margin, and
// the point of the first body that it comes from
typedef struct {
  Vector v, a;
} Portal;

inline Portal hull_difference(const Work* w, int a, int b, Vector d) {
  real grown = MARGIN / sqrt(max_(vector_dot(d, d), (real)(1e-20f)));
  Portal s;
  s.a = hull_support(w, a, vector_scaled((real)(-1.0f), d));
  s.v = vector_plus(vector_minus(hull_support(w, b, d), s.a), grown, d);
  return s;
}
inline Portal portal_select(mask m, Portal x, Portal y) {
  Portal r;
  r.v = vector_select(m, x.v, y.v);
  r.a = vector_select(m, x.a, y.a);
  return r;
}
inline real vector_triple(Vector a, Vector b, Vector c) { return vector_dot(vector_cross(a, b), c); }

// where two shapes touch: normal from the first to the second, gap, a point between them. Returns
// in which lanes they are nearer than the margin.
inline mask hull_touch(const Work* w, int a, int b, mask near, Vector* normal, real* gap, Vector* p) {
  // an inner point of the difference, a little askew so that nothing is in line
  Vector v0 = vector_minus(w->place[b], w->place[a]);
  real skew = 1e-3f * (COLLIDER_REACH[a] + COLLIDER_REACH[b]);
  v0 = vector_sum(v0, vector_of(skew, 0.61f * skew, -0.37f * skew));
  Portal p1 = hull_difference(w, a, b, vector_scaled((real)(-1.0f), v0));
  mask hit = near & (vector_dot(p1.v, v0) < 0.0f);
  Vector n = vector_cross(p1.v, v0);
  Portal p2 = hull_difference(w, a, b, n);
  hit = hit & (vector_dot(p2.v, n) > 0.0f);
  n = vector_cross(vector_minus(p1.v, v0), vector_minus(p2.v, v0));
  mask turn = vector_dot(n, v0) > 0.0f;
  Portal swap = p1;
  p1 = portal_select(turn, p2, p1);
  p2 = portal_select(turn, swap, p2);
  n = vector_select(turn, vector_scaled((real)(-1.0f), n), n);
  // a third point, so that the ray from the inner point through the origin passes the portal
  Portal p3 = p2;
  mask open = hit;
  _Pragma("unroll 1") for (int i = 0; i < 12; i++) {
    if (!ANY(open)) break;
    Portal s = hull_difference(w, a, b, n);
    p3 = portal_select(open, s, p3);
    hit = hit & !(open & !(vector_dot(s.v, n) > 0.0f));
    open = open & hit;
    mask second = open & (vector_triple(p1.v, p3.v, v0) < 0.0f);
    mask first = open & !second & (vector_triple(p3.v, p2.v, v0) < 0.0f);
    p2 = portal_select(second, p3, p2);
    p1 = portal_select(first, p3, p1);
    open = second | first;
    n = vector_select(open, vector_cross(vector_minus(p1.v, v0), vector_minus(p2.v, v0)), n);
  }
  hit = hit & !open;
  // the portal moves outwards until it lies on the surface
  open = hit;
  mask inside = (mask)(0);
  real depth = 0.0f;
  _Pragma("unroll 1") for (int i = 0; i < 20; i++) {
    Vector m = vector_cross(vector_minus(p2.v, p1.v), vector_minus(p3.v, p1.v));
    m = vector_scaled(1.0f / sqrt(max_(vector_dot(m, m), (real)(1e-20f))), m);
    n = vector_select(open, m, n);
    depth = SEL(open, vector_dot(n, p1.v), depth);
    if (!ANY(open)) break;
    Portal s = hull_difference(w, a, b, n);
    real beyond = vector_dot(s.v, n) - depth;
    // the surface lies behind the origin: no contact
    hit = hit & !(open & (vector_dot(s.v, n) < 0.0f));
    open = open & hit & (beyond > 1e-5f);
    Vector side = vector_cross(s.v, v0);
    real s1 = vector_dot(p1.v, side), s2 = vector_dot(p2.v, side), s3 = vector_dot(p3.v, side);
    mask take1 = open & (((s1 > 0.0f) & (s2 > 0.0f)) | (!(s1 > 0.0f) & !(s3 > 0.0f)));
    mask take3 = open & (s1 > 0.0f) & !(s2 > 0.0f);
    mask take2 = open & !(s1 > 0.0f) & (s3 > 0.0f);
    p1 = portal_select(take1, s, p1);
    p2 = portal_select(take2, s, p2);
    p3 = portal_select(take3, s, p3);
  }
  hit = hit & (depth > 0.0f);
  *normal = vector_scaled((real)(-1.0f), n);
  *gap = MARGIN - depth;
  // the origin's place in the portal tells the point of the first body
  real b1 = vector_triple(p2.v, p3.v, n), b2 = vector_triple(p3.v, p1.v, n), b3 = vector_triple(p1.v, p2.v, n);
  real sum = b1 + b2 + b3;
  real scale = 1.0f / SEL(abs_(sum) > 1e-12f, sum, 1.0f);
  Vector at = vector_plus(vector_plus(vector_scaled(b1 * scale, p1.a), b2 * scale, p2.a), b3 * scale, p3.a);
  *p = vector_plus(at, 0.5f * *gap, *normal);
  return hit;
}

// four points of a shape's supporting face along `out`, counter-clockwise as seen against it
inline void hull_face(const Work* w, int i, Vector out, Vector t1, Vector t2, Vector* face) {
  for (int k = 0; k < 4; k++) {
    float x = k == 0 || k == 3 ? 0.04f : -0.04f, y = k < 2 ? 0.04f : -0.04f;
    face[k] = hull_support(w, i, vector_plus(vector_plus(out, (real)(x), t1), (real)(y), t2));
  }
}

inline void plane_hull(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector face[4];
  hull_face(w, b, vector_scaled((real)(-1.0f), matrix_column(w->turned[a], 2)),
            matrix_column(w->turned[a], 0), matrix_column(w->turned[a], 1), face);
  for (int k = 0; k < 4; k++) plane_ball(w, pair, k, near, face[k], (real)(0.0f), mu);
}

inline int hull_ball(Work* w, int pair, mask near, real mu) {
  Vector n, p;
  real gap;
  near = hull_touch(w, PAIR_A[pair], PAIR_B[pair], near, &n, &gap, &p);
  if (!ANY(near)) return 0;
  real below = collider_radius(w, PAIR_B[pair]) + 0.5f * gap;
  contact_found(w, pair, 0, near & (gap < MARGIN), vector_plus(w->place[PAIR_B[pair]], -below, n), n, gap, mu);
  return 1;
}

inline real face_area(const real* x, const real* y) {
  return (x[2] - x[0]) * (y[3] - y[1]) - (x[3] - x[1]) * (y[2] - y[0]);
}

// Returns whether the two may touch in any lane.
inline int hull_hull(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector n, p;
  real gap;
  near = hull_touch(w, a, b, near, &n, &gap, &p);
  if (!ANY(near)) return 0;
  real sign = SEL(n.z >= 0.0f, 1.0f, -1.0f), u = -1.0f / (sign + n.z), v = n.x * n.y * u;
  Vector t1 = vector_of(1.0f + sign * n.x * n.x * u, sign * v, -sign * n.x);
  Vector t2 = vector_of(v, sign + n.y * n.y * u, -n.y);
  Vector fa[4], fb[4];
  hull_face(w, a, n, t1, t2, fa);
  hull_face(w, b, vector_scaled((real)(-1.0f), n), t1, t2, fb);
  // in the plane through the point, heights along the normal
  real ax[4], ay[4], ah[4], bx[4], by[4], bh[4];
  for (int k = 0; k < 4; k++) {
    Vector d = vector_minus(fa[k], p), e = vector_minus(fb[k], p);
    ax[k] = vector_dot(d, t1);
    ay[k] = vector_dot(d, t2);
    ah[k] = vector_dot(d, n);
    bx[k] = vector_dot(e, t1);
    by[k] = vector_dot(e, t2);
    bh[k] = vector_dot(e, n);
  }
  // the larger face is the reference; seen from the second body's face, heights count downwards
  mask swapped = abs_(face_area(bx, by)) > abs_(face_area(ax, ay));
  real rx[4], ry[4], ox[4], oy[4], oh[4];
  for (int k = 0; k < 4; k++) {
    rx[k] = SEL(swapped, bx[k], ax[k]);
    ry[k] = SEL(swapped, by[k], ay[k]);
    ox[k] = SEL(swapped, ax[k], bx[k]);
    oy[k] = SEL(swapped, ay[k], by[k]);
  }
  // gaps at the corners of the other face, against the plane that touches the reference body
  for (int k = 0; k < 4; k++) oh[k] = SEL(swapped, 0.5f * gap - ah[k], 0.5f * gap + bh[k]);
  // the other face's plane by its diagonals
  real px = ox[2] - ox[0], py = oy[2] - oy[0], ph = oh[2] - oh[0];
  real qx = ox[3] - ox[1], qy = oy[3] - oy[1], qh = oh[3] - oh[1];
  real area = px * qy - py * qx;
  real one = SEL(abs_(area) > 1e-10f, area, 1.0f);
  real hx = (ph * qy - py * qh) / one, hy = (px * qh - ph * qx) / one;
  Candidates all;
  faces_clip(&all, rx, ry, ox, oy, oh, oh[0] - hx * ox[0] - hy * oy[0], hx, hy);
  mask some = (mask)(0);
  for (int i = 0; i < 12; i++) some = some | all.valid[i];
  Vector out = vector_select(swapped, vector_scaled((real)(-1.0f), n), n);
  faces_keep(w, pair, near & some, &all, 12, vector_plus(p, -0.5f * gap, out), t1, t2, out, swapped, mu);
  contact_found(w, pair, 4, near & !some & (gap < MARGIN), p, n, gap, mu);
  return 1;
}
