// Contacts as rows of the solver: a soft normal and a Coulomb disc across it.

// where a mover's levers begin: centre of mass of a free body, frame of a link
inline Vector mover_place(const Work* w, int m) { return m < FREE_COUNT ? w->x[m] : w->LP[m - FREE_COUNT]; }

inline Side contact_side(int mover) {
  Side s = {0, 0, 0, 0, mover};
  if (mover >= FREE_COUNT) {
    int c = LINK_COMPONENT[mover - FREE_COUNT];
    s.kind = 2;
    s.first = 6 * FREE_COUNT + COMPONENT_DOF[c];
    s.count = COMPONENT_DOF[c + 1] - COMPONENT_DOF[c];
  } else if (mover >= 0) {
    s.kind = 1;
    s.first = 6 * mover;
  }
  return s;
}
// numbers that a side needs for its Jacobian and the response to it
inline int side_numbers(Side s) { return s.kind == 2 ? 6 * s.count : 0; }

// empties a slot
inline void contact_none(Work* w, int pair, int k) {
  Contact* c = w->contacts + PAIR_SLOT[pair] + k;
  const real zero = 0.0f;
  c->press = zero;
  c->rub = vector_of(zero, zero, zero);
}

// takes up a contact in its slot; p lies between the bodies, the normal points from the first body
// of the pair to the second. The impulses of the time step before stay as a first guess.
inline void contact_found(Work* w, int pair, int k, mask valid, Vector p, Vector n, real gap,
                          real mu) {
  int slot = PAIR_SLOT[pair] + k;
  Contact* c = w->contacts + slot;
  mask kept = w->live[pair] ? valid : (mask)(0);
  c->press = SEL(kept, c->press, 0.0f);
  Vector rub = vector_plus(c->rub, -vector_dot(n, c->rub), n);
  const real zero = 0.0f;
  c->rub = vector_select(kept, rub, vector_of(zero, zero, zero));
  if (!ANY(valid)) return;
  c->a = contact_side(PAIR_SAME[pair] ? -1 : PAIR_FIRST[pair]);
  c->b = contact_side(PAIR_SECOND[pair]);
  c->a.pool = w->pooled;
  c->b.pool = c->a.pool + side_numbers(c->a);
  int end = c->b.pool + side_numbers(c->b);
  if (end > SCENE_POOL) {
    // more contacts of trees at once than there is room for: the last ones are left out
    contact_none(w, pair, k);
    return;
  }
  w->pooled = end;
  c->n = n;
  int a = PAIR_FIRST[pair], b = PAIR_SECOND[pair];
  if (a >= 0) c->ra = vector_minus(p, mover_place(w, a));
  if (b >= 0) c->rb = vector_minus(p, mover_place(w, b));
  c->found = gap;
  c->mu = mu;
  c->mt = SEL(valid, 1.0f, 0.0f);
  w->active[w->count++] = slot;
}

// K += what impulses of 1 at r from the centre of mass of a free body do to the speed there
inline void contact_free_response(const Work* w, int f, Vector r, Symmetric* K) {
  real m = w->lightness[f];
  Symmetric I = w->W[f];
  const real zero = 0.0f;
  Vector x = vector_cross(symmetric_times(I, vector_of(zero, r.z, -r.y)), r);
  Vector y = vector_cross(symmetric_times(I, vector_of(-r.z, zero, r.x)), r);
  Vector z = vector_cross(symmetric_times(I, vector_of(r.y, -r.x, zero)), r);
  K->xx += m + x.x;
  K->xy += y.x;
  K->xz += z.x;
  K->yy += m + y.y;
  K->yz += z.y;
  K->zz += m + z.z;
}

// J (3 rows) of a point at `lever` from a link's frame, and inverse mass matrix times J^T; K += J M^-1 J^T
inline void contact_tree_response(Work* w, int link, Vector lever, int same, int other, int pool,
                                  Symmetric* K) {
  int c = LINK_COMPONENT[link], first = COMPONENT_DOF[c], n = COMPONENT_DOF[c + 1] - first;
  real* J = w->pool + pool;
  real* MJ = J + 3 * n;
  Vector r = vector_sum(lever, vector_minus(w->LP[link], w->origin[c]));
  for (int i = 0; i < 3 * n; i++) J[i] = (real)(0.0f);
  _Pragma("unroll 1") for (int d = LINK_LAST_DOF[link]; d >= 0; d = DOF_PARENT[d])
      vector_write(vector_sum(w->slide[d], vector_cross(w->axis[d], r)), J + 3 * (d - first));
  if (same) {
    // two links of one component: the speed of the second against the first
    _Pragma("unroll 1") for (int d = LINK_LAST_DOF[other]; d >= 0; d = DOF_PARENT[d]) {
      Vector back = vector_sum(w->slide[d], vector_cross(w->axis[d], r));
      vector_write(vector_minus(vector_read(J + 3 * (d - first)), back), J + 3 * (d - first));
    }
  }
  // only what moves the links counts: the ways from both to the root, or all if there are two
  int from = same ? first + n - 1 : LINK_LAST_DOF[link];
  _Pragma("unroll 1") for (int i = 0; i < n; i++) {
    const real* row = w->inverse + DOF_MATRIX[first + i] - first;
    Vector sum = vector_of((real)(0.0f), (real)(0.0f), (real)(0.0f));
    _Pragma("unroll 1") for (int d = from; d >= first; d = same ? d - 1 : DOF_PARENT[d])
        sum = vector_plus(sum, row[d], vector_read(J + 3 * (d - first)));
    vector_write(sum, MJ + 3 * i);
  }
  _Pragma("unroll 1") for (int d = from; d >= first; d = same ? d - 1 : DOF_PARENT[d]) {
    Vector j = vector_read(J + 3 * (d - first)), sum = vector_read(MJ + 3 * (d - first));
    K->xx += j.x * sum.x;
    K->xy += j.x * sum.y;
    K->xz += j.x * sum.z;
    K->yy += j.y * sum.y;
    K->yz += j.y * sum.z;
    K->zz += j.z * sum.z;
  }
}

inline void contact_prepare(Work* w, int slot) {
  Contact* c = w->contacts + slot;
  int pair = SLOT_PAIR[slot], first = PAIR_FIRST[pair], same = PAIR_SAME[pair];
  const real zero = 0.0f;
  Symmetric K = {zero, zero, zero, zero, zero, zero};
  if (c->a.kind == 2)
    contact_tree_response(w, first - FREE_COUNT, c->ra, 0, 0, c->a.pool, &K);
  else if (c->a.kind == 1)
    contact_free_response(w, first, c->ra, &K);
  if (c->b.kind == 2)
    contact_tree_response(w, c->b.body - FREE_COUNT, c->rb, same, first - FREE_COUNT, c->b.pool, &K);
  else if (c->b.kind == 1)
    contact_free_response(w, c->b.body, c->rb, &K);
  Vector n = c->n;
  c->kn = symmetric_times(K, n);
  real kn = vector_dot(n, c->kn);
  mask movable = (c->mt > 0.0f) & (kn > 1e-9f);
  c->mn = SEL(movable, 1.0f / kn, 0.0f);
  // greatest response across the normal, by two tangents (Duff et al. 2017)
  real sign = SEL(n.z >= 0.0f, 1.0f, -1.0f);
  real u = -1.0f / (sign + n.z), x = n.x * n.y * u;
  Vector t1 = vector_of(1.0f + sign * n.x * n.x * u, sign * x, -sign * n.x);
  Vector t2 = vector_of(x, sign + n.y * n.y * u, -n.y);
  Vector k1 = symmetric_times(K, t1), k2 = symmetric_times(K, t2);
  real k11 = vector_dot(t1, k1), k12 = vector_dot(t1, k2), k22 = vector_dot(t2, k2);
  real extent = 0.5f * (k11 - k22);
  real most = 0.5f * (k11 + k22) + sqrt(extent * extent + k12 * k12);
  c->mt = SEL(movable, 1.0f / max_(most, (real)(1e-9f)), 0.0f);
}

// speed of a link's point (or what it went) by the Jacobian J
inline Vector contact_tree_speed(int n, const real* J, const real* v) {
  Vector u = vector_of((real)(0.0f), (real)(0.0f), (real)(0.0f));
  _Pragma("unroll 1") for (int i = 0; i < n; i++) u = vector_plus(u, v[i], vector_read(J + 3 * i));
  return u;
}
inline void contact_tree_push(int n, const real* MJ, Vector P, real* v) {
  _Pragma("unroll 1") for (int i = 0; i < n; i++) v[i] += vector_dot(vector_read(MJ + 3 * i), P);
}

INLINE Vector side_speed(const Work* w, Side s, Vector lever, const real* v) {
  if (s.kind == 1)
    return vector_sum(vector_read(v + s.first), vector_cross(vector_read(v + s.first + 3), lever));
  return contact_tree_speed(s.count, w->pool + s.pool, v + s.first);
}
INLINE void side_push(Work* w, Side s, Vector lever, float sign, Vector P) {
  real* v = w->v + s.first;
  if (s.kind == 1) {
    vector_write(vector_plus(vector_read(v), sign * w->lightness[s.body], P), v);
    Vector turn = symmetric_times(w->W[s.body], vector_cross(lever, P));
    vector_write(vector_plus(vector_read(v + 3), (real)(sign), turn), v + 3);
  } else {
    contact_tree_push(s.count, w->pool + s.pool + 3 * s.count, vector_scaled((real)(sign), P), v);
  }
}

// speed of the second body against the first where they touch; v may be w->v or w->gone
INLINE Vector contact_speed(const Work* w, const Contact* c, Side a, Side b, const real* v) {
  Vector u = vector_of((real)(0.0f), (real)(0.0f), (real)(0.0f));
  if (b.kind) u = side_speed(w, b, c->rb, v);
  if (a.kind) u = vector_minus(u, side_speed(w, a, c->ra, v));
  return u;
}

// impulse P on the second body, -P on the first
INLINE void contact_push(Work* w, const Contact* c, Side a, Side b, Vector P) {
  if (b.kind) side_push(w, b, c->rb, 1.0f, P);
  if (a.kind) side_push(w, a, c->ra, -1.0f, P);
}

// the gap at the positions of now, and the impulses of before
inline void contact_warm(Work* w, int slot) {
  Contact* c = w->contacts + slot;
  Side a = c->a, b = c->b;
  c->gap = c->found + vector_dot(c->n, contact_speed(w, c, a, b, w->gone));
  contact_push(w, c, a, b, vector_plus(c->rub, c->press, c->n));
}

// one visit: the normal impulse first, then friction within its disc. With `biased` the contact is
// a stiff damped spring that pushes bodies apart (soft constraint); else only speeds count.
inline void contact_solve(Work* w, int slot, float t, int biased) {
  Contact* c = w->contacts + slot;
  Side a = c->a, b = c->b;
  Vector du = contact_speed(w, c, a, b, w->v), n = c->n;
  mask apart = c->gap > 0.0f;
  real bias = SEL(apart, c->gap / t, biased ? max_(c->gap * SOFT_RATE, (real)(-SOFT_SPEED)) : (real)(0.0f));
  real hard = biased ? SEL(apart, 1.0f, SOFT_MASS) : (real)(1.0f);
  real ease = biased ? SEL(apart, 0.0f, SOFT_EASE) : (real)(0.0f);
  real change = -c->mn * hard * (vector_dot(n, du) + bias) - ease * c->press;
  real press = max_(c->press + change, (real)(0.0f));
  // nothing pushes in any lane, nor did before
  if (!ANY((press > 0.0f) | (c->press > 0.0f))) return;
  change = press - c->press;
  c->press = press;
  du = vector_plus(du, change, c->kn);
  du = vector_plus(du, -vector_dot(n, du), n);
  Vector rub = vector_plus(c->rub, -c->mt, du);
  real most = c->mu * press, square = vector_dot(rub, rub);
  mask slides = square > most * most;
  if (ANY(slides)) rub = vector_scaled(SEL(slides, most / sqrt(square), 1.0f), rub);
  Vector P = vector_plus(vector_minus(rub, c->rub), change, n);
  c->rub = rub;
  contact_push(w, c, a, b, P);
}

// A first guess for a period's first substep, for which no impulses of before are known: bodies at
// rest press on what is under them with their weight and with what lies on them. Each contact of a
// body carries the same share; loads come down by one body a round.
inline void contacts_guess(Work* w, float t) {
  real load[SCENE_FREE], carriers[SCENE_FREE];
  for (int f = 0; f < FREE_COUNT; f++) {
    load[f] = GRAVITY_OF_SCENE * t / w->lightness[f];
    carriers[f] = (real)(0.0f);
  }
  _Pragma("unroll 1") for (int round = 0; round < 6; round++) {
    real next[SCENE_FREE];
    for (int f = 0; f < FREE_COUNT; f++) next[f] = GRAVITY_OF_SCENE * t / w->lightness[f];
    _Pragma("unroll 1") for (int i = 0; i < w->count; i++) {
      Contact* c = w->contacts + w->active[i];
      // which of the two lies on the other
      mask rests = (c->mn > 0.0f) & (c->found < 1e-3f);
      real second = SEL(rests & (c->n.z > 0.5f), 1.0f, 0.0f);
      real first = SEL(rests & (c->n.z < -0.5f), 1.0f, 0.0f);
      int a = c->a.kind == 1 ? c->a.body : -1, b = c->b.kind == 1 ? c->b.body : -1;
      if (round == 0) {
        if (b >= 0) carriers[b] += second;
        if (a >= 0) carriers[a] += first;
        continue;
      }
      real from_b = b >= 0 ? second * load[b] / max_(carriers[b], (real)(1.0f)) : (real)(0.0f);
      real from_a = a >= 0 ? first * load[a] / max_(carriers[a], (real)(1.0f)) : (real)(0.0f);
      if (a >= 0) next[a] += from_b;
      if (b >= 0) next[b] += from_a;
      c->press = abs_(c->n.z) * (from_a + from_b);
    }
    if (round > 0)
      for (int f = 0; f < FREE_COUNT; f++) load[f] = next[f];
  }
}
