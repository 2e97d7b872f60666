// Contacts of capsules and cylinders with half spaces, balls, boxes and each other.

inline Vector capsule_end(const Work* w, int i, float side) {
  return vector_plus(w->place[i], side * COLLIDER_SIZE[3 * i + 2] * w->size[i],
                     matrix_column(w->turned[i], 2));
}
inline real collider_radius(const Work* w, int i) { return COLLIDER_SIZE[3 * i] * w->size[i]; }

// the point of a segment from a along d (its length squared is dd) that is nearest to p, from 0 to 1
inline real segment_nearest(Vector a, Vector d, Vector p) {
  return clamp_(vector_dot(vector_minus(p, a), d) / max_(vector_dot(d, d), (real)(1e-12f)),
                (real)(0.0f), (real)(1.0f));
}

inline void capsule_ball(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector from = capsule_end(w, a, -1.0f), d = vector_minus(capsule_end(w, a, 1.0f), from);
  Vector at = vector_plus(from, segment_nearest(from, d, w->place[b]), d);
  ball_ball(w, pair, 0, near, at, collider_radius(w, a), w->place[b], collider_radius(w, b), mu);
}

// nearest points of two segments (Ericson, Real-Time Collision Detection, 5.1.9)
inline void capsule_capsule(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  const real zero = 0.0f, one = 1.0f;
  Vector p = capsule_end(w, a, -1.0f), u = vector_minus(capsule_end(w, a, 1.0f), p);
  Vector q = capsule_end(w, b, -1.0f), v = vector_minus(capsule_end(w, b, 1.0f), q);
  Vector r = vector_minus(p, q);
  real uu = max_(vector_dot(u, u), (real)(1e-12f)), uv = vector_dot(u, v),
       vv = max_(vector_dot(v, v), (real)(1e-12f)), ur = vector_dot(u, r), vr = vector_dot(v, r);
  real denominator = uu * vv - uv * uv;
  mask skew = denominator > 1e-6f * uu * vv;
  real s = SEL(skew, clamp_((uv * vr - ur * vv) / max_(denominator, (real)(1e-20f)), zero, one), 0.5f);
  real t = (uv * s + vr) / vv;
  mask outside = (t < 0.0f) | (t > 1.0f);
  t = clamp_(t, zero, one);
  s = SEL(outside, clamp_((t * uv - ur) / uu, zero, one), s);
  ball_ball(w, pair, 0, near, vector_plus(p, s, u), collider_radius(w, a), vector_plus(q, t, v),
            collider_radius(w, b), mu);
}

// both ends of the capsule and the point of its axis that is nearest to the box. Returns whether
// they may touch in any lane.
inline int box_capsule(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector p = capsule_end(w, b, -1.0f), q = capsule_end(w, b, 1.0f);
  real radius = collider_radius(w, b), size = w->size[a];
  Vector from = matrix_back(w->turned[a], vector_minus(p, w->place[a]));
  Vector d = matrix_back(w->turned[a], vector_minus(q, p));
  real hx = COLLIDER_SIZE[3 * a] * size, hy = COLLIDER_SIZE[3 * a + 1] * size,
       hz = COLLIDER_SIZE[3 * a + 2] * size;
  // the ball about the capsule against the box
  Vector m = vector_plus(from, (real)(0.5f), d);
  real mx = positive_(abs_(m.x) - hx), my = positive_(abs_(m.y) - hy), mz = positive_(abs_(m.z) - hz);
  real reach = COLLIDER_REACH[b] * w->size[b] + MARGIN;
  near = near & (mx * mx + my * my + mz * mz < reach * reach);
  if (!ANY(near)) return 0;
  // the squared distance is convex along the axis: bisection of its slope
  real low = 0.0f, high = 1.0f;
  _Pragma("unroll 1") for (int i = 0; i < 10; i++) {
    real t = 0.5f * (low + high);
    Vector x = vector_plus(from, t, d);
    real slope = (x.x - clamp_(x.x, -hx, hx)) * d.x + (x.y - clamp_(x.y, -hy, hy)) * d.y +
                 (x.z - clamp_(x.z, -hz, hz)) * d.z;
    high = SEL(slope > 0.0f, t, high);
    low = SEL(slope > 0.0f, low, t);
  }
  box_ball(w, pair, 0, near, a, p, radius, mu);
  box_ball(w, pair, 1, near, a, q, radius, mu);
  real t = 0.5f * (low + high);
  mask between = (t > 0.01f) & (t < 0.99f);
  box_ball(w, pair, 2, near & between, a, vector_plus(p, t, vector_minus(q, p)), radius, mu);
  return 1;
}

// lowest points of a cylinder's rims above a half space: three of one rim, one of the other
inline void plane_cylinder(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector n = matrix_column(w->turned[a], 2), z = matrix_column(w->turned[b], 2);
  real tilt = vector_dot(n, z);
  Vector down = vector_plus(vector_scaled(tilt, z), (real)(-1.0f), n);
  real length = sqrt(vector_dot(down, down));
  Vector u = vector_select(length > 1e-4f, vector_scaled(1.0f / max_(length, (real)(1e-4f)), down),
                           matrix_column(w->turned[b], 0));
  Vector v = vector_cross(z, u);
  real radius = collider_radius(w, b), extent = COLLIDER_SIZE[3 * b + 2] * w->size[b];
  real lower = SEL(tilt > 0.0f, -extent, extent);
  for (int k = 0; k < 4; k++) {
    float along = k == 1 || k == 2 ? -0.5f : 1.0f, across = k == 1 ? 0.8660254f : k == 2 ? -0.8660254f : 0.0f;
    Vector point = vector_plus(w->place[b], k == 3 ? -lower : lower, z);
    point = vector_plus(vector_plus(point, along * radius, u), across * radius, v);
    plane_ball(w, pair, k, near, point, (real)(0.0f), mu);
  }
}

// a ball against a cylinder: like a box in the plane of the axis and the ball
inline void cylinder_ball(Work* w, int pair, mask near, real mu) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector d = vector_minus(w->place[b], w->place[a]), z = matrix_column(w->turned[a], 2);
  real radius = collider_radius(w, a), extent = COLLIDER_SIZE[3 * a + 2] * w->size[a];
  real along = vector_dot(d, z);
  Vector side = vector_plus(d, -along, z);
  real across = sqrt(vector_dot(side, side));
  Vector u = vector_select(across > 1e-6f, vector_scaled(1.0f / max_(across, (real)(1e-6f)), side),
                           matrix_column(w->turned[a], 0));
  real x = across - min_(across, radius), y = along - clamp_(along, -extent, extent);
  real length = sqrt(x * x + y * y);
  mask outside = length > 1e-6f;
  real dx = radius - across, dy = extent - abs_(along);
  real scale = 1.0f / max_(length, (real)(1e-6f));
  real nx = SEL(outside, x * scale, SEL(dx < dy, 1.0f, 0.0f));
  real ny = SEL(outside, y * scale, SEL(dx < dy, (real)(0.0f), sign_(along)));
  real away = SEL(outside, length, -min_(dx, dy));
  Vector n = vector_plus(vector_scaled(nx, u), ny, z);
  ball_contact(w, pair, 0, near, vector_plus(w->place[b], -away, n), n,
               away - collider_radius(w, b), mu);
}
