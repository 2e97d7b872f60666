// Contacts of two faces: the corners of what is left when one is clipped by the other.

// candidates in the plane of the reference face, and their gaps
typedef struct {
  real x[12], y[12], gap[12];
  mask valid[12];
} Candidates;

// up to four candidates that span the contact: the outermost in four directions. They become slots
// 0 to 3 of the pair.
inline void faces_keep(Work* w, int pair, mask near, Candidates* all, int count, Vector centre,
                       Vector t1, Vector t2, Vector out, mask swapped, real mu) {
  real best[4], x[4], y[4], gap[4], which[4];
  for (int k = 0; k < 4; k++) {
    best[k] = (real)(-1e30f);
    which[k] = (real)(-1.0f - k);
    x[k] = y[k] = gap[k] = (real)(0.0f);
  }
  _Pragma("unroll 1") for (int i = 0; i < count; i++) {
    mask valid = all->valid[i];
    if (!ANY(valid)) continue;
    real ax = all->x[i], ay = all->y[i], ag = all->gap[i];
    // directions (1, 0.4), (-0.4, 1) and their opposites: neither along edges nor diagonals
    real u = ax + 0.4f * ay, v = ay - 0.4f * ax;
    for (int k = 0; k < 4; k++) {
      real score = k == 0 ? u : k == 1 ? v : k == 2 ? -u : -v;
      mask more = valid & (score > best[k]);
      best[k] = SEL(more, score, best[k]);
      x[k] = SEL(more, ax, x[k]);
      y[k] = SEL(more, ay, y[k]);
      gap[k] = SEL(more, ag, gap[k]);
      which[k] = SEL(more, (float)i, which[k]);
    }
  }
  Vector n = vector_select(swapped, vector_scaled((real)(-1.0f), out), out);
  for (int k = 0; k < 4; k++) {
    mask valid = near & (which[k] >= 0.0f);
    for (int j = 0; j < k; j++) valid = valid & (which[k] != which[j]);
    Vector p = vector_plus(vector_plus(vector_plus(centre, x[k], t1), y[k], t2), 0.5f * gap[k], out);
    contact_found(w, pair, k, valid, p, n, gap[k], mu);
  }
}

// Reference face: a quadrilateral of four corners (x, y) in its plane, counter-clockwise; the other
// face's corners (x, y) and heights above it lie in bx, by, bh. Heights of the other face's plane
// are h0 + hx x + hy y.
inline void faces_clip(Candidates* all, const real* ax, const real* ay, const real* bx,
                       const real* by, const real* bh, real h0, real hx, real hy) {
  const real zero = 0.0f, one = 1.0f;
  // signed distances of the other face's corners from the edges of the reference face, inside < 0
  real f[16];
  for (int e = 0; e < 4; e++) {
    int g = (e + 1) & 3;
    real mx = ay[g] - ay[e], my = ax[e] - ax[g];
    for (int i = 0; i < 4; i++) f[4 * i + e] = mx * (bx[i] - ax[e]) + my * (by[i] - ay[e]);
  }
  for (int i = 0; i < 4; i++) {
    int j = (i + 1) & 3;
    real from = zero, to = one;
    for (int e = 0; e < 4; e++) {
      real p = f[4 * i + e], q = f[4 * j + e];
      real cut = p / SEL(p == q, one, p - q);
      from = SEL((p > 0.0f), SEL(q > 0.0f, 2.0f, max_(from, cut)), from);
      to = SEL((q > 0.0f) & !(p > 0.0f), min_(to, cut), to);
    }
    for (int end = 0; end < 2; end++) {
      real t = end ? to : from;
      int c = 2 * i + end;
      all->x[c] = bx[i] + t * (bx[j] - bx[i]);
      all->y[c] = by[i] + t * (by[j] - by[i]);
      all->gap[c] = bh[i] + t * (bh[j] - bh[i]);
      mask inside = from <= to;
      all->valid[c] = (end ? inside & (to < 1.0f) : inside) & (all->gap[c] < MARGIN);
    }
  }
  // corners of the reference face within the other face, whichever way it goes round
  for (int i = 0; i < 4; i++) {
    real least = 1e30f, most = -1e30f;
    for (int e = 0; e < 4; e++) {
      int g = (e + 1) & 3;
      real side = (by[g] - by[e]) * (ax[i] - bx[e]) + (bx[e] - bx[g]) * (ay[i] - by[e]);
      least = min_(least, side);
      most = max_(most, side);
    }
    int c = 8 + i;
    all->x[c] = ax[i];
    all->y[c] = ay[i];
    all->gap[c] = h0 + hx * ax[i] + hy * ay[i];
    all->valid[c] = ((most < 0.0f) | (least > 0.0f)) & (all->gap[c] < MARGIN);
  }
}
