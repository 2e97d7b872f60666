// Pictures from lists. Lanes are pixels of a row; a work-item draws a band of rows of one environment, shape by shape
// within the shape's bounds, and keeps the nearest.
#if LANES == 1
#define REAL_LOAD(from) ((from)[0])
#define WORD_LOAD(from) ((from)[0])
#define REAL_STORE(x, to) ((to)[0] = (x))
#else
#define REAL_LOAD(from) LANES_NAME(vload, LANES)(0, from)
#define WORD_LOAD(from) LANES_NAME(vload, LANES)(0, from)
#define REAL_STORE(x, to) LANES_NAME(vstore, LANES)(x, 0, to)
#endif
#define TILES ((CAMERA_WIDTH + LANES - 1) / LANES)
#define BANDS ((CAMERA_HEIGHT + CAMERA_BAND - 1) / CAMERA_BAND)
#define PIXELS (CAMERA_HEIGHT * CAMERA_WIDTH)
// one tile more on either side, so that neighbours of the outermost pixels may be read
#define BAND_TILES (CAMERA_BAND * TILES + 2)

// a shape of the list; forward, left and up are the camera's axes in its frame
typedef struct {
  Vector origin, forward, left, up, size;
  real scale;
  uint code;
  int first, last, from, to;
} Seen;

inline real seen_real(__global const uint* from) { return (real)(as_float(from[0])); }
inline Vector seen_vector(__global const uint* from) {
  return vector_of(seen_real(from), seen_real(from + 1), seen_real(from + 2));
}

inline Seen seen_of(__global const uint* entry, int row0, int rows, int flags) {
  Seen s;
  s.forward = seen_vector(entry);
  s.left = seen_vector(entry + 3);
  s.up = seen_vector(entry + 6);
  s.origin = seen_vector(entry + ENTRY_ORIGIN);
  s.size = seen_vector(entry + ENTRY_SIZE);
  s.scale = seen_real(entry + ENTRY_SCALE);
  s.code = entry[ENTRY_CODE];
  int all = flags & CAMERA_BRUTE;
  s.first = all ? row0 : max(row0, (int)as_float(entry[ENTRY_BOUNDS]));
  s.last = all ? row0 + rows - 1 : min(row0 + rows - 1, (int)as_float(entry[ENTRY_BOUNDS + 1]));
  s.from = all ? 0 : (int)as_float(entry[ENTRY_BOUNDS + 2]) / LANES;
  int column = (int)as_float(entry[ENTRY_BOUNDS + 3]);
  s.to = all ? TILES - 1 : column < 0 ? -1 : min(TILES - 1, column / LANES);
  return s;
}

inline real camera_lanes(void) { return TO_REAL(LANE_INDICES); }
// slopes of rays to the left and up: the ray through a pixel is (1, left, up)
inline real camera_left(int tile) {
  return (CAMERA_MIDDLE_COLUMN - (camera_lanes() + (float)(tile * LANES))) * CAMERA_SLOPE;
}
inline real camera_up(int row) { return (real)((CAMERA_MIDDLE_ROW - (float)row) * CAMERA_SLOPE); }

// above a horizon that runs through the tiles of a row's ends there is no plane; a margin covers their rounding
#define ABOVE(row, s)                                                                                      \
  !ANY((row.z + camera_left(s.from) * s.left.z < 1e-6f) | (row.z + camera_left(s.to) * s.left.z < 1e-6f))
#define SCAN(SKIP, HIT)                                                                     \
  _Pragma("unroll 1") for (int r = s.first; r <= s.last; r++) {                             \
    Vector row = vector_plus(s.forward, camera_up(r), s.up);                                \
    if (SKIP) continue;                                                                     \
    _Pragma("unroll 1") for (int t = s.from; t <= s.to; t++) {                              \
      Vector d = vector_plus(row, camera_left(t), s.left);                                  \
      real hit = HIT;                                                                       \
      int at = 1 + (r - row0) * TILES + t;                                                  \
      mask nearer = hit < z[at];                                                            \
      z[at] = SEL(nearer, hit, z[at]);                                                      \
      code[at] = SEL_WORD(nearer, s.code, code[at]);                                        \
    }                                                                                       \
  }

// keeps the depth along the optical axis and the code of the shape where it is the nearest
inline void camera_scan(Seen s, int prim, int row0, int flags, real* z, word* code) {
  switch (CAMERA_KIND[prim]) {
    case KIND_SPHERE: SCAN(0, ray_sphere(s.origin, d, s.size.x)) break;
    case KIND_BOX: SCAN(0, ray_box(s.origin, d, s.size)) break;
    case KIND_CYLINDER: SCAN(0, ray_cylinder(s.origin, d, s.size.x, s.size.z)) break;
    case KIND_CAPSULE: SCAN(0, ray_capsule(s.origin, d, s.size.x, s.size.z)) break;
    case KIND_CONVEX: SCAN(0, ray_convex(s.origin, d, CAMERA_FIRST_FACE[prim], CAMERA_FACES[prim], s.scale)) break;
    case KIND_WALL: SCAN(0, ray_wall(s.origin, d, s.size.x, s.size.z)) break;
    default: SCAN(!(flags & CAMERA_BRUTE) && ABOVE(row, s), ray_plane(s.origin, d)) break;
  }
}
