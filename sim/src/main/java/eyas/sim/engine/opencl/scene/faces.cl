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
  _Pragma("unroll 1") for (int k = 0; k < 4; k++) {
    float dx = k == 0 ? 1.0f : k == 1 ? -0.4f : k == 2 ? -1.0f : 0.4f;
    float dy = k == 0 ? 0.4f : k == 1 ? 1.0f : k == 2 ? -0.4f : -1.0f;
    real best = -1e30f, x = 0.0f, y = 0.0f, gap = 1.0f, which = -1.0f;
    for (int i = 0; i < count; i++) {
      real score = SEL(all->valid[i], dx * all->x[i] + dy * all->y[i], -1e30f);
      mask more = score > best;
      best = SEL(more, score, best);
      x = SEL(more, all->x[i], x);
      y = SEL(more, all->y[i], y);
      gap = SEL(more, all->gap[i], gap);
      which = SEL(more, (float)i, which);
    }
    for (int i = 0; i < count; i++) all->valid[i] = all->valid[i] & (which != (float)i);
    Vector p = vector_plus(vector_plus(vector_plus(centre, x, t1), y, t2), 0.5f * gap, out);
    Vector n = vector_select(swapped, vector_scaled((real)(-1.0f), out), out);
    contact_found(w, pair, k, near & (which >= 0.0f), p, n, gap, mu);
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
