// Normals and colours of a band whose nearest shapes are known, shape by shape.
#if CAMERA_NORMALS || CAMERA_RGB
// the sun stands left behind the x axis of the world; four points of its disc, other ones in neighbouring pixels, make the
// edges of shadows soft
#define SUN_X -0.38f
#define SUN_Y 0.45f
#define SUN_Z 0.81f
#define SUN_WIDTH 0.05f
// distance at which a plane has half the colour of the horizon [m]
#define HAZE 14.0f

typedef struct {
  Matrix view;
  Vector place;
} Eye;

inline Eye eye_of(__global const uint* list) {
  Eye e;
  Vector x = seen_vector(list + 2), y = seen_vector(list + 5), z = seen_vector(list + 8);
  e.view.xx = x.x;
  e.view.xy = x.y;
  e.view.xz = x.z;
  e.view.yx = y.x;
  e.view.yy = y.y;
  e.view.yz = y.z;
  e.view.zx = z.x;
  e.view.zy = z.y;
  e.view.zz = z.z;
  e.place = seen_vector(list + 11);
  return e;
}

// a vector of the camera in the frame of a shape, and back
inline Vector seen_in(const Seen* s, Vector v) {
  return vector_plus(vector_plus(vector_scaled(v.x, s->forward), v.y, s->left), v.z, s->up);
}
inline Vector seen_out(const Seen* s, Vector v) {
  return vector_of(vector_dot(v, s->forward), vector_dot(v, s->left), vector_dot(v, s->up));
}

inline real blend_(real a, real b, real w) { return a + w * (b - a); }
inline Vector vector_blend(Vector a, Vector b, real w) {
  return vector_of(blend_(a.x, b.x, w), blend_(a.y, b.y, w), blend_(a.z, b.z, w));
}

// the sky towards a direction of the world: pale at the horizon
inline Vector sky(Vector direction) {
  real up = positive_(direction.z / nonzero_(sqrt(vector_dot(direction, direction))));
  real w = 1.0f - (1.0f - up) * (1.0f - up);
  return vector_of(blend_((real)(0.70f), (real)(0.13f), w), blend_((real)(0.78f), (real)(0.31f), w),
                   blend_((real)(0.86f), (real)(0.66f), w));
}

// where on the sun the points of a pixel begin
typedef struct {
  real across, along;
} SunPoints;

inline SunPoints sun_points(int row, int tile) {
  SunPoints s;
  word odd = ((uint)(tile * LANES) + LANE_INDICES) & 1u;
  s.across = SEL(odd == 1u, 0.25f * SUN_WIDTH, -0.25f * SUN_WIDTH);
  s.along = (real)((row & 1) ? 0.25f * SUN_WIDTH : -0.25f * SUN_WIDTH);
  return s;
}

// the part of the sun, from 0 to 1, that a point of the camera's frame sees
inline real sunlight(__global const uint* list, Vector p, Vector sun, Vector across, Vector along, mask lit, SunPoints pixel) {
  real light = (real)(0.0f);
  for (int ray = 0; ray < 4; ray++) {
    real a = pixel.across + ((ray & 1) ? 0.5f * SUN_WIDTH : -0.5f * SUN_WIDTH);
    real b = pixel.along + ((ray & 2) ? 0.5f * SUN_WIDTH : -0.5f * SUN_WIDTH);
    Vector d = vector_plus(vector_plus(sun, a, across), b, along);
    mask dark = !lit;
    _Pragma("unroll 1") for (int i = 0; i < CAMERA_SHAPES; i++) {
      int kind = CAMERA_KIND[i];
      if (kind == KIND_PLANE || kind == KIND_WALL) continue;
      Seen s = seen_of(list + HEAD + ENTRY * i, 0, 0, 0);
      real hit = ray_of(kind, i, vector_sum(s.origin, seen_in(&s, p)), seen_in(&s, d), s.size, s.scale);
      dark = dark | (hit < MISS);
    }
    light += SEL(dark, 0.0f, 0.25f);
  }
  return light;
}

// the squares of a plane, slightly darker every other one
inline real squares(Vector p) {
  if (CAMERA_CHECKER <= 0.0f) return (real)(1.0f);
  real x = floor(p.x * CAMERA_CHECKER), y = floor(p.y * CAMERA_CHECKER);
  real half_sum = 0.5f * (x + y);
  return SEL(half_sum - floor(half_sum) > 0.25f, 0.72f, 1.0f);
}

// light of the sky from above and of the ground from below, and of the sun; colours are linear in here
inline Vector lit_colour(Vector base, real upward, real sun, real facing) {
  real hemisphere = 0.5f + 0.5f * upward;
  Vector ambient = vector_of(0.27f + 0.16f * hemisphere, 0.26f + 0.20f * hemisphere, 0.24f + 0.27f * hemisphere);
  real direct = sun * facing;
  return vector_of(base.x * (ambient.x + 0.80f * direct), base.y * (ambient.y + 0.75f * direct),
                   base.z * (ambient.z + 0.66f * direct));
}

// pixels that are partly beyond the row's end are put with the last whole tile, as camera_put does
inline void camera_put_three(__global float* to, int row, const float* x, const float* y, const float* z) {
  for (int at = 0; at < CAMERA_WIDTH; at += LANES) {
    int from = min(at, CAMERA_WIDTH - LANES), pixel = row * CAMERA_WIDTH + from;
    REAL_STORE(REAL_LOAD(x + from), to + pixel);
    REAL_STORE(REAL_LOAD(y + from), to + PIXELS + pixel);
    REAL_STORE(REAL_LOAD(z + from), to + 2 * PIXELS + pixel);
  }
}

// the colour of a surface with its light, and haze over far ground
inline Vector shaded(__global const uint* list, const Eye* eye, const Seen* s, int kind, Vector colour, Vector p, Vector surface,
                     Vector n, mask shown, SunPoints pixel) {
  Vector sun = matrix_back(eye->view, vector_of((real)(SUN_X), (real)(SUN_Y), (real)(SUN_Z)));
  Vector base = vector_of(colour.x * colour.x, colour.y * colour.y, colour.z * colour.z);
  if (kind == KIND_PLANE) base = vector_scaled(squares(surface), base);
  real facing = positive_(vector_dot(n, sun)), light = (real)(1.0f);
#if CAMERA_SHADOWS
  Vector across = vector_cross(sun, matrix_back(eye->view, vector_of((real)(0.0f), (real)(0.0f), (real)(1.0f))));
  light = sunlight(list, vector_plus(p, (real)(5e-4f), n), sun, across, vector_cross(sun, across), shown & (facing > 0.0f), pixel);
#endif
  real upward = vector_dot(n, matrix_back(eye->view, vector_of((real)(0.0f), (real)(0.0f), (real)(1.0f))));
  Vector bright = lit_colour(base, upward, light, facing);
  if (kind != KIND_PLANE) return bright;
  real distance = vector_dot(p, p);
  return vector_blend(bright, vector_of((real)(0.70f), (real)(0.78f), (real)(0.86f)), distance / (distance + HAZE * HAZE));
}

inline real display_(real linear) { return sqrt(clamp_(linear, (real)(0.0f), (real)(1.0f))); }

inline void camera_shade(const Pictures* to, __global const uint* list, int row0, int rows, const real* z, const word* code,
                         int flags) {
  Eye eye = eye_of(list);
  real zero = (real)(0.0f);
  for (int r = row0; r < row0 + rows; r++) {
    real nx[TILES], ny[TILES], nz[TILES], red[TILES], green[TILES], blue[TILES];
    for (int t = 0; t < TILES; t++) {
      Vector d = vector_of(zero + 1.0f, camera_left(t), camera_up(r));
      Vector back = sky(matrix_times(eye.view, d));
      nx[t] = ny[t] = nz[t] = zero;
      red[t] = display_(back.x);
      green[t] = display_(back.y);
      blue[t] = display_(back.z);
    }
    _Pragma("unroll 1") for (int i = 0; i < CAMERA_SHAPES; i++) {
      __global const uint* entry = list + HEAD + ENTRY * i;
      Seen s = seen_of(entry, r, 1, flags);
      if (s.first > s.last) continue;
      Vector colour = seen_vector(entry + ENTRY_COLOUR);
      for (int t = s.from; t <= s.to; t++) {
        int at = 1 + (r - row0) * TILES + t;
        mask shown = (code[at] & 0xffffu) == (uint)(i + 1);
        if (!ANY(shown)) continue;
        Vector p = vector_scaled(SEL(shown, z[at], 0.0f), vector_of(zero + 1.0f, camera_left(t), camera_up(r)));
        Vector surface = vector_sum(s.origin, seen_in(&s, p));
        Vector n = seen_out(&s, normal_of(CAMERA_KIND[i], i, surface, s.size, s.scale));
        nx[t] = SEL(shown, n.x, nx[t]);
        ny[t] = SEL(shown, n.y, ny[t]);
        nz[t] = SEL(shown, n.z, nz[t]);
        if (CAMERA_RGB) {
          Vector c = shaded(list, &eye, &s, CAMERA_KIND[i], colour, p, surface, n, shown, sun_points(r, t));
          red[t] = SEL(shown, display_(c.x), red[t]);
          green[t] = SEL(shown, display_(c.y), green[t]);
          blue[t] = SEL(shown, display_(c.z), blue[t]);
        }
      }
    }
    if (CAMERA_NORMALS) camera_put_three(to->normals, r, (const float*)nx, (const float*)ny, (const float*)nz);
    if (CAMERA_RGB) camera_put_three(to->rgb, r, (const float*)red, (const float*)green, (const float*)blue);
  }
}
#endif
