// Vectors, rotations and symmetric matrices in lanes.
#define INLINE __attribute__((always_inline)) inline
typedef struct {
  real x, y, z;
} Vector;

// rows of a rotation matrix, or of any other
typedef struct {
  real xx, xy, xz, yx, yy, yz, zx, zy, zz;
} Matrix;

typedef struct {
  real xx, xy, xz, yy, yz, zz;
} Symmetric;

// where a solid is in the world: position [m], orientation (w, x, y, z)
typedef struct {
  real x, y, z, qw, qx, qy, qz;
} Placed;

inline Vector vector_of(real x, real y, real z) {
  Vector r;
  r.x = x;
  r.y = y;
  r.z = z;
  return r;
}
inline Vector vector_sum(Vector a, Vector b) { return vector_of(a.x + b.x, a.y + b.y, a.z + b.z); }
inline Vector vector_minus(Vector a, Vector b) { return vector_of(a.x - b.x, a.y - b.y, a.z - b.z); }
inline Vector vector_scaled(real s, Vector a) { return vector_of(s * a.x, s * a.y, s * a.z); }
// a + s b
inline Vector vector_plus(Vector a, real s, Vector b) {
  return vector_of(a.x + s * b.x, a.y + s * b.y, a.z + s * b.z);
}
inline real vector_dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline Vector vector_cross(Vector a, Vector b) {
  return vector_of(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}
inline Vector vector_select(mask m, Vector a, Vector b) {
  return vector_of(SEL(m, a.x, b.x), SEL(m, a.y, b.y), SEL(m, a.z, b.z));
}
inline Vector vector_constant(__constant float* t) {
  return vector_of((real)(t[0]), (real)(t[1]), (real)(t[2]));
}

inline Vector matrix_times(Matrix m, Vector v) {
  return vector_of(m.xx * v.x + m.xy * v.y + m.xz * v.z, m.yx * v.x + m.yy * v.y + m.yz * v.z,
                   m.zx * v.x + m.zy * v.y + m.zz * v.z);
}
// transposed m times v
inline Vector matrix_back(Matrix m, Vector v) {
  return vector_of(m.xx * v.x + m.yx * v.y + m.zx * v.z, m.xy * v.x + m.yy * v.y + m.zy * v.z,
                   m.xz * v.x + m.yz * v.y + m.zz * v.z);
}
inline Vector matrix_column(Matrix m, int column) {
  return column == 0   ? vector_of(m.xx, m.yx, m.zx)
         : column == 1 ? vector_of(m.xy, m.yy, m.zy)
                       : vector_of(m.xz, m.yz, m.zz);
}
inline Matrix matrix_columns(Vector x, Vector y, Vector z) {
  Matrix m;
  m.xx = x.x;
  m.yx = x.y;
  m.zx = x.z;
  m.xy = y.x;
  m.yy = y.y;
  m.zy = y.z;
  m.xz = z.x;
  m.yz = z.y;
  m.zz = z.z;
  return m;
}
// a rotation times one of constants, by rows
inline Matrix matrix_times_constant(Matrix m, __constant float* t) {
  Matrix r;
  r.xx = m.xx * t[0] + m.xy * t[3] + m.xz * t[6];
  r.xy = m.xx * t[1] + m.xy * t[4] + m.xz * t[7];
  r.xz = m.xx * t[2] + m.xy * t[5] + m.xz * t[8];
  r.yx = m.yx * t[0] + m.yy * t[3] + m.yz * t[6];
  r.yy = m.yx * t[1] + m.yy * t[4] + m.yz * t[7];
  r.yz = m.yx * t[2] + m.yy * t[5] + m.yz * t[8];
  r.zx = m.zx * t[0] + m.zy * t[3] + m.zz * t[6];
  r.zy = m.zx * t[1] + m.zy * t[4] + m.zz * t[7];
  r.zz = m.zx * t[2] + m.zy * t[5] + m.zz * t[8];
  return r;
}
inline Matrix matrix_constant(__constant float* t) {
  Matrix r;
  r.xx = (real)(t[0]);
  r.xy = (real)(t[1]);
  r.xz = (real)(t[2]);
  r.yx = (real)(t[3]);
  r.yy = (real)(t[4]);
  r.yz = (real)(t[5]);
  r.zx = (real)(t[6]);
  r.zy = (real)(t[7]);
  r.zz = (real)(t[8]);
  return r;
}

inline Vector symmetric_times(Symmetric m, Vector v) {
  return vector_of(m.xx * v.x + m.xy * v.y + m.xz * v.z, m.xy * v.x + m.yy * v.y + m.yz * v.z,
                   m.xz * v.x + m.yz * v.y + m.zz * v.z);
}
// R S transposed R, S of six constants xx, xy, xz, yy, yz, zz times a factor
inline Symmetric symmetric_turned(Matrix R, __constant float* t, real factor) {
  real ax = R.xx * t[0] + R.xy * t[1] + R.xz * t[2];
  real ay = R.xx * t[1] + R.xy * t[3] + R.xz * t[4];
  real az = R.xx * t[2] + R.xy * t[4] + R.xz * t[5];
  real bx = R.yx * t[0] + R.yy * t[1] + R.yz * t[2];
  real by = R.yx * t[1] + R.yy * t[3] + R.yz * t[4];
  real bz = R.yx * t[2] + R.yy * t[4] + R.yz * t[5];
  real cx = R.zx * t[0] + R.zy * t[1] + R.zz * t[2];
  real cy = R.zx * t[1] + R.zy * t[3] + R.zz * t[4];
  real cz = R.zx * t[2] + R.zy * t[4] + R.zz * t[5];
  Symmetric s;
  s.xx = factor * (ax * R.xx + ay * R.xy + az * R.xz);
  s.xy = factor * (ax * R.yx + ay * R.yy + az * R.yz);
  s.xz = factor * (ax * R.zx + ay * R.zy + az * R.zz);
  s.yy = factor * (bx * R.yx + by * R.yy + bz * R.yz);
  s.yz = factor * (bx * R.zx + by * R.zy + bz * R.zz);
  s.zz = factor * (cx * R.zx + cy * R.zy + cz * R.zz);
  return s;
}

inline Matrix matrix_of_quaternion(real w, real x, real y, real z) {
  Matrix r;
  r.xx = 1.0f - 2.0f * (y * y + z * z);
  r.xy = 2.0f * (x * y - w * z);
  r.xz = 2.0f * (x * z + w * y);
  r.yx = 2.0f * (x * y + w * z);
  r.yy = 1.0f - 2.0f * (x * x + z * z);
  r.yz = 2.0f * (y * z - w * x);
  r.zx = 2.0f * (x * z - w * y);
  r.zy = 2.0f * (y * z + w * x);
  r.zz = 1.0f - 2.0f * (x * x + y * y);
  return r;
}

// sine and cosine with the same bits in every lane width; exact to 1e-7 for angles up to 1e4 rad
inline void sine_cosine(real angle, real* sine, real* cosine) {
  // the angle's part within 45 degrees of the nearest multiple of 90 degrees (Cody and Waite)
  real shifted = angle * 0.636619772f + 12582912.0f;
  real n = shifted - 12582912.0f;
  word quadrant = AS_WORD(shifted);
  real r = angle - n * 1.5703125f;
  r = r - n * 4.83751296997e-4f;
  r = r - n * 7.5497899549e-8f;
  real rr = r * r;
  // minimax polynomials of Cephes
  real s = ((-1.9515295891e-4f * rr + 8.3321608736e-3f) * rr - 1.6666654611e-1f) * rr * r + r;
  real c = ((2.443315711809948e-5f * rr - 1.388731625493765e-3f) * rr + 4.166664568298827e-2f) *
               rr * rr - 0.5f * rr + 1.0f;
  word odd = (quadrant & 1u) * 0xffffffffu;
  word first = (AS_WORD(s) & ~odd) | (AS_WORD(c) & odd);
  word second = (AS_WORD(c) & ~odd) | (AS_WORD(s) & odd);
  *sine = AS_REAL(first ^ ((quadrant & 2u) << 30));
  *cosine = AS_REAL(second ^ (((quadrant + 1u) & 2u) << 30));
}
