// Free bodies: loading, drifting, storing.
inline void quaternion_turn(real* q, Vector turn) {
  // exponential of half the turn; angles of one step are small
  real a = 0.25f * vector_dot(turn, turn);
  real s = 0.5f - a * (1.0f / 12 - a * (1.0f / 240));
  real c = 1.0f - a * (0.5f - a * (1.0f / 24 - a * (1.0f / 720)));
  real x = s * turn.x, y = s * turn.y, z = s * turn.z;
  real w = c * q[0] - x * q[1] - y * q[2] - z * q[3];
  real i = c * q[1] + x * q[0] + y * q[3] - z * q[2];
  real j = c * q[2] + y * q[0] + z * q[1] - x * q[3];
  real k = c * q[3] + z * q[0] + x * q[2] - y * q[1];
  real scale = 1.0f / sqrt(w * w + i * i + j * j + k * k);
  q[0] = w * scale;
  q[1] = i * scale;
  q[2] = j * scale;
  q[3] = k * scale;
}
inline Matrix quaternion_matrix(const real* q) { return matrix_of_quaternion(q[0], q[1], q[2], q[3]); }
inline Vector vector_read(const real* v) { return vector_of(v[0], v[1], v[2]); }
inline void vector_write(Vector a, real* v) {
  v[0] = a.x;
  v[1] = a.y;
  v[2] = a.z;
}

inline void free_pose(Work* w, int f, const real* p) {
  w->R[f] = quaternion_matrix(w->quaternion + 4 * f);
  w->W[f] = symmetric_turned(w->R[f], FREE_INVERSE + 6 * f, 1.0f / p[FREE_PARAMETERS[f]]);
}

inline Vector free_centre(int f, const real* p) {
  const real* shift = p + FREE_PARAMETERS[f] + 1;
  return vector_of(FREE_CENTRE[3 * f] + shift[0], FREE_CENTRE[3 * f + 1] + shift[1],
                   FREE_CENTRE[3 * f + 2] + shift[2]);
}

inline void free_load(Work* w, const real* s, const real* p) {
  _Pragma("unroll 1") for (int f = 0; f < FREE_COUNT; f++) {
    const real* row = s + FREE_ROW[f];
    for (int i = 0; i < 4; i++) w->quaternion[4 * f + i] = row[3 + i];
    w->lightness[f] = FREE_LIGHTNESS[f] / p[FREE_PARAMETERS[f]];
    free_pose(w, f, p);
    Vector arm = matrix_times(w->R[f], free_centre(f, p));
    Vector spin = matrix_times(w->R[f], vector_read(row + 10));
    w->x[f] = vector_sum(vector_read(row), arm);
    vector_write(vector_sum(vector_read(row + 7), vector_cross(spin, arm)), w->v + 6 * f);
    vector_write(spin, w->v + 6 * f + 3);
  }
}

inline void free_store(const Work* w, real* s, const real* p) {
  _Pragma("unroll 1") for (int f = 0; f < FREE_COUNT; f++) {
    real* row = s + FREE_ROW[f];
    Vector arm = matrix_times(w->R[f], free_centre(f, p));
    Vector spin = vector_read(w->v + 6 * f + 3);
    vector_write(vector_minus(w->x[f], arm), row);
    for (int i = 0; i < 4; i++) row[3 + i] = w->quaternion[4 * f + i];
    vector_write(vector_minus(vector_read(w->v + 6 * f), vector_cross(spin, arm)), row + 7);
    vector_write(matrix_back(w->R[f], spin), row + 10);
  }
}

// R S R^T v of a symmetric matrix of constants in the body
inline Vector free_turned(Matrix R, __constant float* t, Vector v) {
  Vector b = matrix_back(R, v);
  return matrix_times(R, vector_of(t[0] * b.x + t[1] * b.y + t[2] * b.z,
                                   t[1] * b.x + t[3] * b.y + t[4] * b.z,
                                   t[2] * b.x + t[4] * b.y + t[5] * b.z));
}

// the spin at an attitude that a momentum asks for; as a change of a spin that is nearly right, so
// that rounding does not add up
inline Vector free_spin(Matrix R, int f, Vector momentum, Vector spin) {
  Vector missing = vector_minus(momentum, free_turned(R, FREE_INERTIA + 6 * f, spin));
  return vector_sum(spin, free_turned(R, FREE_INVERSE + 6 * f, missing));
}

// free flight for t seconds: the angular momentum stays as it is, the spin follows the attitude
inline void free_drift(Work* w, float t, const real* p) {
  _Pragma("unroll 1") for (int f = 0; f < FREE_COUNT; f++) {
    real* v = w->v + 6 * f;
    w->x[f] = vector_plus(w->x[f], (real)(t), vector_read(v));
    Vector spin = vector_read(v + 3);
    real* q = w->quaternion + 4 * f;
    if (FREE_ROUND[f]) {
      quaternion_turn(q, vector_scaled((real)(t), spin));
      free_pose(w, f, p);
    } else {
      Vector momentum = free_turned(w->R[f], FREE_INERTIA + 6 * f, spin);
      real middle_q[4] = {q[0], q[1], q[2], q[3]};
      quaternion_turn(middle_q, vector_scaled((real)(0.5f * t), spin));
      Vector middle = free_spin(quaternion_matrix(middle_q), f, momentum, spin);
      quaternion_turn(q, vector_scaled((real)(t), middle));
      free_pose(w, f, p);
      vector_write(free_spin(w->R[f], f, momentum, spin), v + 3);
    }
    for (int i = 0; i < 6; i++) w->gone[6 * f + i] += t * v[i];
  }
}

inline void free_kick(Work* w, float t) {
  _Pragma("unroll 1") for (int f = 0; f < FREE_COUNT; f++) w->v[6 * f + 2] -= GRAVITY_OF_SCENE * t;
}
