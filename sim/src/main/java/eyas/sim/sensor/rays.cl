// Rays against convex shapes in their own frames: o is the ray's origin, d its direction, which need not have length 1.
// Each returns the t > 0 where o + t d enters the shape, or MISS; a shape that holds the origin is not seen.
#define MISS 1e30f
#define KIND_SPHERE 0
#define KIND_BOX 1
#define KIND_CYLINDER 2
#define KIND_CAPSULE 3
#define KIND_PLANE 4
#define KIND_CONVEX 5
#define KIND_WALL 6

// keeps a divisor off zero
inline real nonzero_(real x) { return SEL(abs_(x) < 1e-20f, 1e-20f, x); }

// the half space z <= 0
inline real ray_plane(Vector o, Vector d) {
  return SEL((o.z > 0.0f) & (d.z < 0.0f), o.z / nonzero_(-d.z), MISS);
}

// |o + t d| = r; the discriminant by the area between o and d keeps its digits far away
inline real ray_sphere(Vector o, Vector d, real r) {
  real a = vector_dot(d, d), b = vector_dot(o, d);
  Vector area = vector_cross(o, d);
  real discriminant = a * (r * r) - vector_dot(area, area);
  real t = (-b - sqrt(positive_(discriminant))) / a;
  return SEL((discriminant > 0.0f) & (t > 0.0f), t, MISS);
}

// between three pairs of faces
inline real ray_box(Vector o, Vector d, Vector h) {
  real x = 1.0f / nonzero_(d.x), y = 1.0f / nonzero_(d.y), z = 1.0f / nonzero_(d.z);
  real x0 = (-h.x - o.x) * x, x1 = (h.x - o.x) * x;
  real y0 = (-h.y - o.y) * y, y1 = (h.y - o.y) * y;
  real z0 = (-h.z - o.z) * z, z1 = (h.z - o.z) * z;
  real enter = max_(max_(min_(x0, x1), min_(y0, y1)), min_(z0, z1));
  real leave = min_(min_(max_(x0, x1), max_(y0, y1)), max_(z0, z1));
  return SEL((enter <= leave) & (enter > 0.0f), enter, MISS);
}

// the endless round side about z: where the ray enters and leaves it; false where it passes by
inline mask ray_side(Vector o, Vector d, real r, real* enter, real* leave) {
  real a = d.x * d.x + d.y * d.y, b = o.x * d.x + o.y * d.y, area = o.x * d.y - o.y * d.x;
  real outside = o.x * o.x + o.y * o.y - r * r;
  mask along = a < 1e-18f;
  real safe = SEL(along, 1e-18f, a);
  real discriminant = safe * (r * r) - area * area;
  real root = sqrt(positive_(discriminant));
  *enter = (-b - root) / safe;
  *leave = (-b + root) / safe;
  return (discriminant > 0.0f) & (!along | (outside < 0.0f));
}

inline real ray_cylinder(Vector o, Vector d, real r, real h) {
  real side0, side1;
  mask crosses = ray_side(o, d, r, &side0, &side1);
  real z = 1.0f / nonzero_(d.z);
  real z0 = (-h - o.z) * z, z1 = (h - o.z) * z;
  real enter = max_(side0, min_(z0, z1)), leave = min_(side1, max_(z0, z1));
  return SEL(crosses & (enter <= leave) & (enter > 0.0f), enter, MISS);
}

// the side between the ends, and the balls at the ends; the first of what is outside of the others is where it enters
inline real ray_capsule(Vector o, Vector d, real r, real h) {
  real side0, side1;
  mask crosses = ray_side(o, d, r, &side0, &side1);
  real z = o.z + side0 * d.z;
  real side = SEL(crosses & (side0 > 0.0f) & (abs_(z) <= h), side0, MISS);
  real upper = ray_sphere(vector_of(o.x, o.y, o.z - h), d, r);
  real lower = ray_sphere(vector_of(o.x, o.y, o.z + h), d, r);
  real t = min_(side, min_(upper, lower));
  // from inside nothing is seen, though a ball's far part may lie ahead
  real beyond = positive_(abs_(o.z) - h);
  mask outside = o.x * o.x + o.y * o.y + beyond * beyond > r * r;
  return SEL(outside, t, MISS);
}

// half spaces n x <= w of CAMERA_FACE, scaled
inline real ray_convex(Vector o, Vector d, int first, int faces, real scale) {
  real enter = (real)(-MISS), leave = (real)(MISS);
  mask apart = enter > leave;
  _Pragma("unroll 1") for (int f = first; f < first + faces; f++) {
    Vector n = vector_constant(CAMERA_FACE + 4 * f);
    real toward = vector_dot(n, d), room = CAMERA_FACE[4 * f + 3] * scale - vector_dot(n, o);
    real t = room / nonzero_(toward);
    enter = SEL(toward < 0.0f, max_(enter, t), enter);
    leave = SEL(toward > 0.0f, min_(leave, t), leave);
    apart = apart | ((abs_(toward) < 1e-20f) & (room < 0.0f));
  }
  return SEL((enter <= leave) & (enter > 0.0f) & !apart, enter, MISS);
}

// a round wall from inside: radius r, from z = -h to h
inline real ray_wall(Vector o, Vector d, real r, real h) {
  real enter, leave;
  mask crosses = ray_side(o, d, r, &enter, &leave);
  real z = o.z + leave * d.z;
  return SEL(crosses & (leave > 0.0f) & (abs_(z) <= h), leave, MISS);
}

// the outward normal at a point of the surface; the wall's points inward
inline Vector normal_box(Vector p, Vector h) {
  real x = abs_(p.x) - h.x, y = abs_(p.y) - h.y, z = abs_(p.z) - h.z;
  mask is_x = (x >= y) & (x >= z), is_y = !is_x & (y >= z);
  real zero = (real)(0.0f);
  return vector_of(SEL(is_x, sign_(p.x), zero), SEL(is_y, sign_(p.y), zero), SEL(is_x | is_y, zero, sign_(p.z)));
}

inline Vector normal_cylinder(Vector p, real r, real h) {
  real rho = sqrt(p.x * p.x + p.y * p.y), zero = (real)(0.0f);
  mask cap = abs_(p.z) - h > rho - r;
  real s = 1.0f / nonzero_(rho);
  return vector_select(cap, vector_of(zero, zero, sign_(p.z)), vector_of(p.x * s, p.y * s, zero));
}

inline Vector normal_unit(Vector v) { return vector_scaled(1.0f / nonzero_(sqrt(vector_dot(v, v))), v); }

inline Vector normal_convex(Vector p, int first, int faces, real scale) {
  real most = (real)(-MISS);
  Vector best = p;
  _Pragma("unroll 1") for (int f = first; f < first + faces; f++) {
    Vector n = vector_constant(CAMERA_FACE + 4 * f);
    real out = vector_dot(n, p) - CAMERA_FACE[4 * f + 3] * scale;
    best = vector_select(out > most, n, best);
    most = max_(most, out);
  }
  return best;
}

inline Vector normal_of(int kind, int prim, Vector p, Vector size, real scale) {
  real zero = (real)(0.0f);
  switch (kind) {
    case KIND_SPHERE: return normal_unit(p);
    case KIND_BOX: return normal_box(p, size);
    case KIND_CYLINDER: return normal_cylinder(p, size.x, size.z);
    case KIND_CAPSULE: return normal_unit(vector_of(p.x, p.y, p.z - clamp_(p.z, -size.z, size.z)));
    case KIND_CONVEX: return normal_convex(p, CAMERA_FIRST_FACE[prim], CAMERA_FACES[prim], scale);
    case KIND_WALL: return normal_unit(vector_of(-p.x, -p.y, zero));
    default: return vector_of(zero, zero, zero + 1.0f);
  }
}

inline real ray_of(int kind, int prim, Vector o, Vector d, Vector size, real scale) {
  switch (kind) {
    case KIND_SPHERE: return ray_sphere(o, d, size.x);
    case KIND_BOX: return ray_box(o, d, size);
    case KIND_CYLINDER: return ray_cylinder(o, d, size.x, size.z);
    case KIND_CAPSULE: return ray_capsule(o, d, size.x, size.z);
    case KIND_CONVEX: return ray_convex(o, d, CAMERA_FIRST_FACE[prim], CAMERA_FACES[prim], scale);
    case KIND_WALL: return ray_wall(o, d, size.x, size.z);
    default: return ray_plane(o, d);
  }
}
