// One source for GPU and CPU: LANES environments per work-item. LANES is 1, 4, 8 or 16.
#if LANES == 1
typedef float real;
typedef int mask;
typedef uint word;
#define AS_REAL(x) as_float(x)
#define AS_WORD(x) as_uint(x)
#define TO_REAL(x) convert_float(x)
#define ANY(m) (m)
#define LANE_SUM(x) (x)
#define WORD_STORE(x, to) ((to)[0] = (x))
#define LANE_INDICES ((word)(0u))
#else
#define LANES_CAT(a, b) a##b
#define LANES_NAME(a, b) LANES_CAT(a, b)
typedef LANES_NAME(float, LANES) real;
typedef LANES_NAME(int, LANES) mask;
typedef LANES_NAME(uint, LANES) word;
#define AS_REAL(x) LANES_NAME(as_float, LANES)(x)
#define AS_WORD(x) LANES_NAME(as_uint, LANES)(x)
#define TO_REAL(x) LANES_NAME(convert_float, LANES)(x)
#define ANY(m) any(m)
#define WORD_STORE(x, to) LANES_NAME(vstore, LANES)(x, 0, to)
#endif

#if LANES == 4
#define LANE_INDICES ((word)(0, 1, 2, 3))
inline float LANE_SUM(real x) { return x.s0 + x.s1 + (x.s2 + x.s3); }
#elif LANES == 8
#define LANE_INDICES ((word)(0, 1, 2, 3, 4, 5, 6, 7))
inline float LANE_SUM(real x) {
  float4 y = x.lo + x.hi;
  return y.s0 + y.s1 + (y.s2 + y.s3);
}
#elif LANES == 16
#define LANE_INDICES ((word)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
inline float LANE_SUM(real x) {
  float8 z = x.lo + x.hi;
  float4 y = z.lo + z.hi;
  return y.s0 + y.s1 + (y.s2 + y.s3);
}
#endif

// a comparison is 1 as a scalar and -1 as a vector; this hides it
#define SEL(condition, a, b) ((condition) ? (real)(a) : (real)(b))
#define SEL_WORD(condition, a, b) ((condition) ? (word)(a) : (word)(b))
#define SQUARE(x) ((x) * (x))
// loops over model constants; unrolling them keeps the arrays they run over in registers
#define UNROLL _Pragma("unroll")

inline real max_(real a, real b) { return SEL(a > b, a, b); }
inline real min_(real a, real b) { return SEL(a < b, a, b); }
inline real clamp_(real x, real low, real high) { return min_(max_(x, low), high); }
inline real abs_(real x) { return AS_REAL(AS_WORD(x) & 0x7fffffffu); }
inline real sign_(real x) { return SEL(x > 0.0f, 1.0f, -1.0f); }
inline real positive_(real x) { return SEL(x > 0.0f, x, 0.0f); }

// exp with the same bits in every lane width: 2^n e^r, |r| <= ln 2 / 2, e^r by its Taylor polynomial
inline real exp_(real x) {
  real y = clamp_(x, (real)(-80.0f), (real)(80.0f));
  // adding 1.5 * 2^23 rounds to the nearest integer, which then lies in the low bits
  real shifted = y * 1.44269504f + 12582912.0f;
  real n = shifted - 12582912.0f;
  real r = y - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  real e = 1.0f / 720 * r + 1.0f / 120;
  e = e * r + 1.0f / 24;
  e = e * r + 1.0f / 6;
  e = e * r + 0.5f;
  e = e * r + 1.0f;
  e = e * r + 1.0f;
  return AS_REAL(AS_WORD(e) + (AS_WORD(shifted) << 23));
}

inline real sigmoid_(real x) { return 1.0f / (1.0f + exp_(-x)); }
inline real tanh_(real x) { return 1.0f - 2.0f / (exp_(2.0f * x) + 1.0f); }

// acos(1 - y) for y in [0, 1]: sqrt(y) times a polynomial in 1 - y, error 2e-8 (Abramowitz and Stegun 4.4.46)
inline real acos_of_one_minus_(real y) {
  real x = 1.0f - y;
  real p = -0.0012624911f * x + 0.0066700901f;
  p = p * x - 0.0170881256f;
  p = p * x + 0.0308918810f;
  p = p * x - 0.0501743046f;
  p = p * x + 0.0889789874f;
  p = p * x - 0.2145988016f;
  p = p * x + 1.5707963050f;
  return sqrt(y) * p;
}
