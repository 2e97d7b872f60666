// What each environment's camera sees, in the camera's frame: a list that camera_draw reads. Lanes are environments.
// A list has a head, episode, step, orientation (9) and position (3) of the camera in the world, and an entry for each
// shape: its orientation (9), the camera's place in its frame (3), size (3), code, first and last row, first and last
// column, colour (3), scale.
#define HEAD 16
#define ENTRY 24
#define LIST (HEAD + ENTRY * CAMERA_SHAPES)
#define ENTRY_ORIGIN 9
#define ENTRY_SIZE 12
#define ENTRY_CODE 15
#define ENTRY_BOUNDS 16
#define ENTRY_COLOUR 20
#define ENTRY_SCALE 23
#define STREAM_CAMERA_POSE 50
#define STREAM_CAMERA_COLOUR 51
#define STREAM_CAMERA_DEPTH 52
// flags of both kernels: every picture is new; every shape is tried in every pixel
#define CAMERA_PRIME 1
#define CAMERA_BRUTE 2

typedef struct {
  __global uint* at[LANES];
} ListPlace;

inline void list_word(const ListPlace* to, int offset, word x) {
  uint lanes[LANES];
  WORD_STORE(x, lanes);
  UNROLL for (int k = 0; k < LANES; k++)
    if (to->at[k]) to->at[k][offset] = lanes[k];
}
inline void list_real(const ListPlace* to, int offset, real x) { list_word(to, offset, AS_WORD(x)); }
inline void list_vector(const ListPlace* to, int offset, Vector v) {
  list_real(to, offset, v.x);
  list_real(to, offset + 1, v.y);
  list_real(to, offset + 2, v.z);
}
inline void list_matrix(const ListPlace* to, int offset, Matrix m) {
  list_vector(to, offset, vector_of(m.xx, m.xy, m.xz));
  list_vector(to, offset + 3, vector_of(m.yx, m.yy, m.yz));
  list_vector(to, offset + 6, vector_of(m.zx, m.zy, m.zz));
}

// a small turn and shift that an episode's camera is off by
inline Placed camera_off(word environment, word episode, uint key0, uint key1) {
  real u[8];
  Random random = random_of(environment, episode, (word)(0u), key0, key1);
  random_uniform(&random, STREAM_CAMERA_POSE, 2 * CAMERA_INDEX, u);
  random_uniform(&random, STREAM_CAMERA_POSE, 2 * CAMERA_INDEX + 1, u + 4);
  Placed r;
  r.x = (2.0f * u[0] - 1.0f) * CAMERA_POSITION_NOISE;
  r.y = (2.0f * u[1] - 1.0f) * CAMERA_POSITION_NOISE;
  r.z = (2.0f * u[2] - 1.0f) * CAMERA_POSITION_NOISE;
  real x = (2.0f * u[3] - 1.0f) * (0.5f * CAMERA_ANGLE_NOISE);
  real y = (2.0f * u[4] - 1.0f) * (0.5f * CAMERA_ANGLE_NOISE);
  real z = (2.0f * u[5] - 1.0f) * (0.5f * CAMERA_ANGLE_NOISE);
  real s = 1.0f / sqrt(1.0f + x * x + y * y + z * z);
  r.qw = s;
  r.qx = x * s;
  r.qy = y * s;
  r.qz = z * s;
  return r;
}

// least and greatest of value / x over a box's corners; where the box reaches behind the camera, as far as it may look
inline void camera_span(const real* value, const real* x, mask front, real most, real* low, real* high) {
  real least = (real)(MISS), greatest = (real)(-MISS), a = least, b = greatest;
  for (int i = 0; i < 8; i++) {
    real ratio = value[i] / nonzero_(x[i]);
    least = min_(least, ratio);
    greatest = max_(greatest, ratio);
    a = min_(a, value[i]);
    b = max_(b, value[i]);
  }
  real far = nonzero_(most);
  *low = SEL(front, least, SEL(a > 0.0f, a / far, -1e6f));
  *high = SEL(front, greatest, SEL(b < 0.0f, b / far, 1e6f));
}

// the rows and columns that may show a box with its middle at m and its half axes e, one pixel more on each side
inline void camera_bounds(const ListPlace* to, int offset, Vector m, Vector ex, Vector ey, Vector ez) {
  real x[8], y[8], z[8], least = (real)(MISS), most = (real)(-MISS);
  for (int i = 0; i < 8; i++) {
    Vector p = vector_plus(m, (real)((i & 1) ? 1.0f : -1.0f), ex);
    p = vector_plus(p, (real)((i & 2) ? 1.0f : -1.0f), ey);
    p = vector_plus(p, (real)((i & 4) ? 1.0f : -1.0f), ez);
    x[i] = p.x;
    y[i] = p.y;
    z[i] = p.z;
    least = min_(least, p.x);
    most = max_(most, p.x);
  }
  mask front = least > 1e-4f, behind = most <= 0.0f;
  real right, left, low, high;
  camera_span(y, x, front, most, &right, &left);
  camera_span(z, x, front, most, &low, &high);
  // pixel = middle - focal length * slope; a first one beyond the end and a last one before the start show nothing
  real rows = (real)(CAMERA_HEIGHT + 1.0f), columns = (real)(CAMERA_WIDTH + 1.0f), zero = (real)(0.0f);
  real row = clamp_(CAMERA_MIDDLE_ROW - CAMERA_FOCAL * high - 1.0f, zero, rows);
  list_real(to, offset, SEL(behind, rows, row));
  list_real(to, offset + 1, clamp_(CAMERA_MIDDLE_ROW - CAMERA_FOCAL * low + 2.0f, zero, rows) - 1.0f);
  list_real(to, offset + 2, clamp_(CAMERA_MIDDLE_COLUMN - CAMERA_FOCAL * left - 1.0f, zero, columns));
  list_real(to, offset + 3, clamp_(CAMERA_MIDDLE_COLUMN - CAMERA_FOCAL * right + 2.0f, zero, columns) - 1.0f);
}

inline void camera_everywhere(const ListPlace* to, int offset) {
  list_real(to, offset, (real)(0.0f));
  list_real(to, offset + 1, (real)(CAMERA_HEIGHT));
  list_real(to, offset + 2, (real)(0.0f));
  list_real(to, offset + 3, (real)(CAMERA_WIDTH));
}

// a shape of a solid, which parameters may scale, as the camera sees it
inline void camera_shape(const ListPlace* to, int i, const Placed* solids, const real* p, Matrix view, Vector eye) {
  int owner = CAMERA_OWNER[i], base = HEAD + ENTRY * i;
  Placed shape = placed_constant(CAMERA_POSE + 7 * i);
  real scale = (real)(1.0f);
  if (owner >= 0) {
    scale = p[6 * owner + 5];
    shape.x *= scale;
    shape.y *= scale;
    shape.z *= scale;
    shape = placed_in(solids[owner], shape);
  }
  Matrix turn = matrix_of_quaternion(shape.qw, shape.qx, shape.qy, shape.qz);
  Vector offset = vector_minus(vector_of(shape.x, shape.y, shape.z), eye);
  Vector place = matrix_back(view, offset);
  Vector x = matrix_back(view, matrix_column(turn, 0)), y = matrix_back(view, matrix_column(turn, 1));
  Vector z = matrix_back(view, matrix_column(turn, 2));
  list_matrix(to, base, matrix_columns(x, y, z));
  list_vector(to, base + ENTRY_ORIGIN, vector_scaled((real)(-1.0f), matrix_back(turn, offset)));
  list_vector(to, base + ENTRY_SIZE, vector_scaled(scale, vector_constant(CAMERA_SIZE + 3 * i)));
  list_real(to, base + ENTRY_SCALE, scale);
  int kind = CAMERA_KIND[i];
  if (kind == KIND_PLANE || kind == KIND_WALL) {
    camera_everywhere(to, base + ENTRY_BOUNDS);
  } else {
    __constant float* box = CAMERA_BOX + 6 * i;
    Vector m = vector_plus(vector_plus(vector_plus(place, scale * box[0], x), scale * box[1], y), scale * box[2], z);
    camera_bounds(to, base + ENTRY_BOUNDS, m, vector_scaled(scale * box[3], x), vector_scaled(scale * box[4], y),
                  vector_scaled(scale * box[5], z));
  }
}

inline void camera_colour(const ListPlace* to, int i, const Random* random) {
  int base = HEAD + ENTRY * i + ENTRY_COLOUR, instance = CAMERA_INSTANCE[i];
  real u[4];
  random_uniform(random, STREAM_CAMERA_COLOUR, instance, u);
  for (int c = 0; c < 3; c++) {
    real part = CAMERA_COLOUR[3 * instance + c] + (2.0f * u[c] - 1.0f) * CAMERA_COLOUR_NOISE;
    list_real(to, base + c, clamp_(part, (real)(0.0f), (real)(1.0f)));
  }
}

__kernel void camera_place(__global const real* restrict state, __global const real* restrict parameters,
                           __global const word* restrict counters, __global const word* restrict roles,
                           __global uint* restrict lists, uint key0, uint key1, int flags) {
  size_t g = get_global_id(0), n = get_global_size(0);
  // a scene may have nothing that moves
  real s[SCENE_STATE_ROWS + 1], p[SCENE_PARAMETER_ROWS + 1];
  world_load(state, SCENE_STATE_ROWS, s);
  world_load(parameters, SCENE_PARAMETER_ROWS, p);
  Placed solids[SCENE_SOLIDS + 1];
  scene_poses(s, p, solids);
  word age = counters[g], episode = counters[n + g], environment = (uint)g * LANES + LANE_INDICES;

  // this moment's list of each lane, or none between two pictures
  uint ages[LANES];
  WORD_STORE(age, ages);
  ListPlace to;
  for (int k = 0; k < LANES; k++) {
    size_t moment = ages[k] / CAMERA_INTERVAL % CAMERA_MOMENTS;
    int taken = ages[k] % CAMERA_INTERVAL == 0 || (flags & CAMERA_PRIME);
    to.at[k] = taken ? lists + (moment * n * LANES + g * LANES + k) * LIST : 0;
  }

  Placed eye = placed_constant(CAMERA_MOUNT_POSE);
  if (CAMERA_MOUNT >= 0) eye = placed_in(solids[CAMERA_MOUNT < 0 ? 0 : CAMERA_MOUNT], eye);
  if (CAMERA_POSITION_NOISE > 0.0f || CAMERA_ANGLE_NOISE > 0.0f)
    eye = placed_in(eye, camera_off(environment, episode, key0, key1));
  Matrix view = matrix_of_quaternion(eye.qw, eye.qx, eye.qy, eye.qz);
  Vector place = vector_of(eye.x, eye.y, eye.z);
  list_word(&to, 0, episode);
  list_word(&to, 1, age);
  list_matrix(&to, 2, view);
  list_vector(&to, 11, place);

  Random random = random_of(environment, episode, (word)(0u), key0, key1);
  _Pragma("unroll 1") for (int i = 0; i < CAMERA_SHAPES; i++) {
    camera_shape(&to, i, solids, p, view, place);
    word role = roles[CAMERA_INSTANCE[i] * n + g] << 16;
    list_word(&to, HEAD + ENTRY * i + ENTRY_CODE, role | (uint)(i + 1));
    if (CAMERA_RGB) camera_colour(&to, i, &random);
  }

  // a first picture stands for all the moments before it
  if (!(flags & CAMERA_PRIME)) return;
  for (int k = 0; k < LANES; k++)
    for (size_t moment = 0; moment < CAMERA_MOMENTS; moment++) {
      __global uint* copy = lists + (moment * n * LANES + g * LANES + k) * LIST;
      if (copy != to.at[k])
        for (int i = 0; i < LIST; i++) copy[i] = to.at[k][i];
    }
}
