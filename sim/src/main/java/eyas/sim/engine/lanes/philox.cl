// Philox4x32-10 (Salmon et al., SC 2011), keyed by (seed, environment, episode, step, stream), as in Philox.java.
typedef struct {
  word environment;
  word episode;
  word step;
  uint key0;
  uint key1;
} Random;

inline Random random_of(word environment, word episode, word step, uint key0, uint key1) {
  Random r;
  r.environment = environment;
  r.episode = episode;
  r.step = step;
  r.key0 = key0;
  r.key1 = key1;
  return r;
}

// writes the four words of draw number `draw` of a stream; each lane has its own
inline void random_words_at(const Random* r, uint stream, word draw, word* out) {
  word c0 = r->environment, c1 = r->episode, c2 = r->step, c3 = draw;
  uint k0 = r->key0, k1 = r->key1 ^ (stream << 24);
  _Pragma("unroll 1") for (int round = 0; round < 10; round++) {
    word low0 = c0 * 0xD2511F53u, high0 = mul_hi(c0, (word)(0xD2511F53u));
    word low1 = c2 * 0xCD9E8D57u, high1 = mul_hi(c2, (word)(0xCD9E8D57u));
    c0 = high1 ^ c1 ^ k0;
    c2 = high0 ^ c3 ^ k1;
    c1 = low1;
    c3 = low0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

// the same with one draw for all lanes
inline void random_words(const Random* r, uint stream, uint draw, word* out) { random_words_at(r, stream, (word)(draw), out); }

// four uniform numbers in [0, 1) with 24 bits
inline void random_uniform(const Random* r, uint stream, uint draw, real* out) {
  word w[4];
  random_words(r, stream, draw, w);
  for (int i = 0; i < 4; i++) out[i] = TO_REAL(w[i] >> 8) * 0x1p-24f;
}

// four standard normal numbers (Box and Muller 1958)
inline void random_normal(const Random* r, uint stream, uint draw, real* out) {
  real u[4];
  random_uniform(r, stream, draw, u);
  for (int i = 0; i < 4; i += 2) {
    real radius = sqrt(-2.0f * log(1.0f - u[i]));
    real angle = 6.2831853f * u[i + 1];
    out[i] = radius * cos(angle);
    out[i + 1] = radius * sin(angle);
  }
}

// four numbers of mean 0 and variance 1, the scaled sum of four bytes each: cheap noise within 3.4 deviations
inline void random_noise(const Random* r, uint stream, uint draw, real* out) {
  word w[4];
  random_words(r, stream, draw, w);
  for (int i = 0; i < 4; i++) {
    word sum = (w[i] & 255u) + ((w[i] >> 8) & 255u) + ((w[i] >> 16) & 255u) + (w[i] >> 24);
    out[i] = (TO_REAL(sum) - 510.0f) * 6.7658558e-3f;
  }
}
