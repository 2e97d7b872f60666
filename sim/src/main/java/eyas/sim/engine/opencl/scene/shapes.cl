// Where colliders are, and which contacts balls, capsules and half spaces make.

inline void colliders_place(Work* w, const real* p) {
  _Pragma("unroll 1") for (int i = 0; i < COLLIDER_COUNT; i++) {
    int m = COLLIDER_MOVER[i], own = COLLIDER_PARAMETERS[i];
    w->size[i] = own < 0 ? (real)(1.0f) : p[own + 5];
    Vector at = vector_scaled(w->size[i], vector_constant(COLLIDER_PLACE + 3 * i));
    if (m < 0) {
      // the pose of the root, then that of the collider in it
      Vector root = vector_constant(COLLIDER_ROOT + 3 * i);
      w->place[i] = vector_sum(root, at);
      w->turned[i] = matrix_constant(COLLIDER_TURN + 9 * i);
    } else if (m < FREE_COUNT) {
      w->place[i] = vector_sum(w->x[m], matrix_times(w->R[m], vector_minus(at, free_centre(m, p))));
      w->turned[i] = matrix_times_constant(w->R[m], COLLIDER_TURN + 9 * i);
    } else {
      int l = m - FREE_COUNT;
      w->place[i] = vector_sum(w->LP[l], matrix_times(w->LR[l], at));
      w->turned[i] = matrix_times_constant(w->LR[l], COLLIDER_TURN + 9 * i);
    }
  }
}

inline real collider_friction(const real* p, int i) {
  int own = COLLIDER_PARAMETERS[i];
  return COLLIDER_FRICTION[i] * (own < 0 ? (real)(1.0f) : p[own + 4]);
}
inline real pair_friction(const real* p, int pair) {
  real product = collider_friction(p, PAIR_A[pair]) * collider_friction(p, PAIR_B[pair]);
  return sqrt(product);
}

// whether the balls about two colliders come near; a half space is near what is not far above it
inline mask pair_near(const Work* w, int pair) {
  int a = PAIR_A[pair], b = PAIR_B[pair];
  Vector d = vector_minus(w->place[b], w->place[a]);
  if (COLLIDER_KIND[a] == SHAPE_PLANE) {
    real above = vector_dot(d, matrix_column(w->turned[a], 2));
    return above < COLLIDER_REACH[b] * w->size[b] + MARGIN;
  }
  real reach = COLLIDER_REACH[a] * w->size[a] + COLLIDER_REACH[b] * w->size[b] + MARGIN;
  return vector_dot(d, d) < reach * reach;
}

// a ball against a point of the other collider's surface; `out` is the direction away from it
inline void ball_contact(Work* w, int pair, int k, mask near, Vector surface, Vector out, real gap,
                         real mu) {
  contact_found(w, pair, k, near & (gap < MARGIN), vector_plus(surface, 0.5f * gap, out), out, gap, mu);
}

// a ball above a half space
inline void plane_ball(Work* w, int pair, int k, mask near, Vector centre, real radius, real mu) {
  int a = PAIR_A[pair];
  Vector n = matrix_column(w->turned[a], 2);
  real above = vector_dot(n, vector_minus(centre, w->place[a]));
  ball_contact(w, pair, k, near, vector_plus(centre, -above, n), n, above - radius, mu);
}

// two balls; the normal points from the first to the second
inline void ball_ball(Work* w, int pair, int k, mask near, Vector a, real ra, Vector b, real rb,
                      real mu) {
  Vector d = vector_minus(b, a);
  real length = sqrt(vector_dot(d, d));
  Vector up = vector_of((real)(0.0f), (real)(0.0f), (real)(1.0f));
  Vector n = vector_select(length > 1e-6f, vector_scaled(1.0f / max_(length, (real)(1e-6f)), d), up);
  ball_contact(w, pair, k, near, vector_plus(a, ra, n), n, length - ra - rb, mu);
}

// a ball against a box: nearest point of the box, or its nearest face from inside
inline void box_ball(Work* w, int pair, int k, mask near, int box, Vector centre, real radius, real mu) {
  Matrix R = w->turned[box];
  Vector inside = matrix_back(R, vector_minus(centre, w->place[box]));
  real size = w->size[box];
  real hx = COLLIDER_SIZE[3 * box] * size, hy = COLLIDER_SIZE[3 * box + 1] * size,
       hz = COLLIDER_SIZE[3 * box + 2] * size;
  Vector q = vector_of(clamp_(inside.x, -hx, hx), clamp_(inside.y, -hy, hy), clamp_(inside.z, -hz, hz));
  Vector d = vector_minus(inside, q);
  real square = vector_dot(d, d), length = sqrt(square);
  // inside: out through the nearest face
  real dx = hx - abs_(inside.x), dy = hy - abs_(inside.y), dz = hz - abs_(inside.z);
  mask x = (dx <= dy) & (dx <= dz), y = (dy <= dz) & !x;
  Vector face = vector_of(SEL(x, sign_(inside.x), 0.0f), SEL(y, sign_(inside.y), 0.0f),
                          SEL(x | y, 0.0f, sign_(inside.z)));
  real depth = min_(dx, min_(dy, dz));
  mask outside = length > 1e-6f;
  Vector n = vector_select(outside, vector_scaled(1.0f / max_(length, (real)(1e-6f)), d), face);
  real away = SEL(outside, length, -depth);
  Vector surface = vector_plus(centre, -away, matrix_times(R, n));
  ball_contact(w, pair, k, near, surface, matrix_times(R, n), away - radius, mu);
}
