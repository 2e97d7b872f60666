// EgoPush: first states. Places that break a rule are drawn again, a fixed number of times; the best draw is kept.
#define STREAM_RESET 1
#define DRAWS 24
#define DRAW_ANCHOR 0
#define DRAW_STAGE 1
#define DRAW_BEHIND 2
#define DRAW_BESIDE 3
#define DRAW_PLACED 8
// beside a slot: offsets on both axes [m], yaw against the anchor and angle about it [rad], least offset from the anchor's middle [m]
#define BESIDE_RANGE 0.2f
#define BESIDE_YAW 0.2f
#define BESIDE_TURN 0.5f
#define BESIDE_CLEAR 0.164f
#define BESIDE_GAP 0.2f
#define DRAW_BOX 256
#define DRAW_ROBOT 16384

// uniform in a disc, with any heading
inline void push_anywhere(const Random* random, uint draw, float radius, real* at) {
  real u[4];
  random_uniform(random, STREAM_RESET, draw, u);
  real r = radius * sqrt(u[0]);
  at[0] = r * cos(6.2831853f * u[1]);
  at[1] = r * sin(6.2831853f * u[1]);
  at[2] = 6.2831853f * u[2] - 3.1415927f;
}

// distance of a point from the slot of box b, or from the nearest slot where the sides of the anchor look alike [m]
inline real push_far(const Flat* anchor, int b, const real* c) {
  real x = push_ahead(anchor, c[0], c[1]), y = push_left(anchor, c[0], c[1]), far = (real)(1e9f);
  UNROLL for (int turn = 0; turn < TURNS; turn++) {
    UNROLL for (int k = 1; k < BOXES; k++) {
      float at[2];
      push_turned(k, turn, at);
      if (SIDES_ALIKE || k == b) far = min_(far, push_length(x - at[0], y - at[1]));
    }
  }
  return far;
}

// box b at a place that keeps its distance from its slot, the anchor and the boxes before it
inline void push_draw_box(const Random* random, int b, const Flat* anchor, real (*at)[3]) {
  real best = (real)(1e9f);
  _Pragma("unroll 1") for (int k = 0; k < DRAWS; k++) {
    real c[3];
    push_anywhere(random, DRAW_BOX * b + k, START_RADIUS, c);
    real far = push_far(anchor, b, c);
    real wrong = positive_(START_NEAREST - far) + positive_(far - START_FARTHEST);
    wrong += positive_(START_CLEAR - push_length(c[0] - at[0][0], c[1] - at[0][1]));
    _Pragma("unroll 1") for (int o = 1; o < b; o++) {
      wrong += positive_(START_BOX_GAP - push_length(c[0] - at[o][0], c[1] - at[o][1]));
    }
    mask better = wrong < best;
    best = SEL(better, wrong, best);
    UNROLL for (int i = 0; i < 3; i++) at[b][i] = SEL(better, c[i], at[b][i]);
  }
}

// how far the robot's middle is too close to boxes [m]
inline real push_crowded(const real* robot, const real (*at)[3]) {
  real x = robot[0] + ROBOT_MIDDLE * cos(robot[2]), y = robot[1] + ROBOT_MIDDLE * sin(robot[2]);
  real wrong = (real)(0.0f);
  UNROLL for (int b = 0; b < BOXES; b++) wrong += positive_(START_ROBOT_GAP - push_length(x - at[b][0], y - at[b][1]));
  return wrong;
}

inline void push_draw_robot(const Random* random, const real (*at)[3], real* robot) {
  real best = (real)(1e9f);
  UNROLL for (int i = 0; i < 3; i++) robot[i] = (real)(0.0f);
  _Pragma("unroll 1") for (int k = 0; k < DRAWS; k++) {
    real c[3];
    push_anywhere(random, DRAW_ROBOT + k, START_RADIUS, c);
    real wrong = push_crowded(c, at);
    mask better = wrong < best;
    best = SEL(better, wrong, best);
    UNROLL for (int i = 0; i < 3; i++) robot[i] = SEL(better, c[i], robot[i]);
  }
}

// boxes that are placed already: a stage drawn at random, and as many boxes drawn at random before it
inline void push_draw_placed(real* s, const Random* random, const Flat* anchor, real (*at)[3]) {
  const float slot_x[BOXES] = SLOT_X, slot_y[BOXES] = SLOT_Y;
  real u[4], key[BOXES];
  random_uniform(random, STREAM_RESET, DRAW_STAGE, u);
  real stage = SEL(u[0] < START_ANY_STAGE, floor(u[1] * (float)(BOXES - 1)), 0.0f);
  real yaw = s[ROBOT_ROW + 2];
  s[S_COUNT] = stage;
  UNROLL for (int b = 1; b < BOXES; b++) {
    random_uniform(random, STREAM_RESET, DRAW_PLACED + b, u);
    key[b] = u[0];
  }
  UNROLL for (int b = 1; b < BOXES; b++) {
    real rank = (real)(0.0f);
    UNROLL for (int o = 1; o < BOXES; o++) {
      if (o < b) rank += SEL(key[o] <= key[b], 1.0f, 0.0f);
      if (o > b) rank += SEL(key[o] < key[b], 1.0f, 0.0f);
    }
    mask placed = rank < stage;
    s[S_PLACED(b)] = SEL(placed, (float)b, 0.0f);
    random_uniform(random, STREAM_RESET, DRAW_PLACED + b, u);
    real x = slot_x[b] + START_PLACED_DISTANCE * (2.0f * u[1] - 1.0f);
    real y = slot_y[b] + START_PLACED_DISTANCE * (2.0f * u[2] - 1.0f);
    at[b][0] = SEL(placed, anchor->x + anchor->c * x - anchor->s * y, at[b][0]);
    at[b][1] = SEL(placed, anchor->y + anchor->s * x + anchor->c * y, at[b][1]);
    at[b][2] = SEL(placed, yaw + START_PLACED_YAW * (2.0f * u[3] - 1.0f), at[b][2]);
  }
}

// the angle of a direction without atan2, whose bits depend on the lanes: by its cosine and the sign of its sine, a half angle first
inline real push_heading(real cosine, real side) {
  real half_cosine = sqrt(max_((real)(0.0f), 0.5f + 0.5f * cosine));
  real angle = 2.0f * acos_of_one_minus_(1.0f - min_(half_cosine, (real)(1.0f)));
  return SEL(side < 0.0f, -angle, angle);
}

// for a share of the episodes: the robot behind the active box or around it, looking at it, if there is room
inline void push_behind(real* s, const Random* random, const real (*at)[3]) {
  real u[4], active[BODY_ROWS], c[3];
  random_uniform(random, STREAM_RESET, DRAW_BEHIND, u);
  push_box(s, s[S_ACTIVE], active);
  Flat goal = push_goal(s, s[S_ACTIVE]);
  real gx = goal.x - active[0], gy = goal.y - active[1], length = max_(push_length(gx, gy), (real)(1e-3f));
  // the cube of a uniform number: most starts are nearly behind, and none of the others is missing
  real v = 2.0f * u[3] - 1.0f, turn = START_AROUND * v * v * v, turn_c = cos(turn), turn_s = sin(turn);
  real dx = turn_c * gx - turn_s * gy, dy = turn_s * gx + turn_c * gy;
  real away = START_ROBOT_GAP + ROBOT_MIDDLE + 0.01f + 0.2f * u[1];
  c[0] = active[0] - away * dx / length;
  c[1] = active[1] - away * dy / length;
  c[2] = push_heading(dx / length, dy) + 0.3f * (2.0f * u[2] - 1.0f);
  mask use = (u[0] < START_BEHIND) & (push_crowded(c, at) == 0.0f) & (push_length(c[0], c[1]) < END_RADIUS - 0.15f);
  UNROLL for (int i = 0; i < 3; i++) s[ROBOT_ROW + i] = SEL(use, c[i], s[ROBOT_ROW + i]);
}

// for a share of the episodes: the active box beside its slot, often against the anchor, and the robot on its far side,
// looking at it: what an inexact push ends in
inline void push_beside(real* s, const Random* random, real (*at)[3]) {
  real u[4], v[4], active[BODY_ROWS], slot[2], moved[BOXES][3];
  random_uniform(random, STREAM_RESET, DRAW_BESIDE, u);
  random_uniform(random, STREAM_RESET, DRAW_BESIDE + 1, v);
  Flat anchor = push_flat(s + BOX(0));
  Place place = push_place(s, s[S_ACTIVE]);
  push_slot(&place, slot);
  real x = slot[0] + BESIDE_RANGE * (2.0f * u[1] - 1.0f), y = slot[1] + BESIDE_RANGE * (2.0f * u[2] - 1.0f);
  real length = max_(push_length(x, y), (real)(1e-3f)), yaw = BESIDE_YAW * (2.0f * u[3] - 1.0f);
  real box[3] = {anchor.x + anchor.c * x - anchor.s * y, anchor.y + anchor.s * x + anchor.c * y, (real)(0.0f)};
  real apart = (real)(1e9f);
  UNROLL for (int b = 0; b < BOXES; b++) {
    mask here = s[S_ACTIVE] == (float)b;
    UNROLL for (int i = 0; i < 3; i++) moved[b][i] = SEL(here, box[i], at[b][i]);
    if (b > 0) apart = min_(apart, SEL(here, 1e9f, push_length(box[0] - at[b][0], box[1] - at[b][1])));
  }
  // the direction from the anchor to the box, turned by a little
  real turn = BESIDE_TURN * (2.0f * v[1] - 1.0f), turn_c = cos(turn), turn_s = sin(turn);
  real ax = (turn_c * x - turn_s * y) / length, ay = (turn_s * x + turn_c * y) / length;
  real dx = anchor.c * ax - anchor.s * ay, dy = anchor.s * ax + anchor.c * ay;
  real away = START_ROBOT_GAP + ROBOT_MIDDLE + 0.01f + 0.2f * v[2];
  real robot[3] = {box[0] + away * dx, box[1] + away * dy, (real)(0.0f)};
  robot[2] = push_heading(-dx, -dy) + 0.3f * (2.0f * v[3] - 1.0f);
  mask use = (u[0] < START_BESIDE) & (max_(abs_(x), abs_(y)) > BESIDE_CLEAR) & (apart > BESIDE_GAP) &
             (push_crowded(robot, moved) == 0.0f) & (push_length(robot[0], robot[1]) < END_RADIUS - 0.15f);
  real c = cos(0.5f * yaw), t = sin(0.5f * yaw), w = s[BOX(0) + 3], z = s[BOX(0) + 6];
  UNROLL for (int i = 0; i < 3; i++) s[ROBOT_ROW + i] = SEL(use, robot[i], s[ROBOT_ROW + i]);
  UNROLL for (int b = 1; b < BOXES; b++) {
    mask here = use & (s[S_ACTIVE] == (float)b);
    UNROLL for (int i = 0; i < 2; i++) {
      s[BOX(b) + i] = SEL(here, box[i], s[BOX(b) + i]);
      s[S_REST(b, i)] = SEL(here, box[i], s[S_REST(b, i)]);
    }
    s[BOX(b) + 3] = SEL(here, w * c - z * t, s[BOX(b) + 3]);
    s[BOX(b) + 6] = SEL(here, z * c + w * t, s[BOX(b) + 6]);
  }
}

inline void push_write_box(real* s, int b, const real* at) {
  UNROLL for (int i = 0; i < BODY_ROWS; i++) s[BOX(b) + i] = (real)(0.0f);
  s[BOX(b)] = at[0];
  s[BOX(b) + 1] = at[1];
  s[BOX(b) + 2] = (real)(BOX_HALF);
  s[BOX(b) + 3] = cos(0.5f * at[2]);
  s[BOX(b) + 6] = sin(0.5f * at[2]);
}

inline void task_reset(real* s, const real* p, const Random* random) {
  real at[BOXES][3];
  UNROLL for (int i = 0; i < STATE_ROWS; i++) s[i] = (real)(0.0f);
  push_anywhere(random, DRAW_ANCHOR, START_ANCHOR, at[0]);
  Flat anchor = {at[0][0], at[0][1], cos(at[0][2]), sin(at[0][2])};
  _Pragma("unroll 1") for (int b = 1; b < BOXES; b++) {
    UNROLL for (int i = 0; i < 3; i++) at[b][i] = (real)(0.0f);
    push_draw_box(random, b, &anchor, at);
  }
  s[ROBOT_ROW + 2] = at[0][2];
  push_draw_placed(s, random, &anchor, at);
  UNROLL for (int b = 0; b < BOXES; b++) push_write_box(s, b, at[b]);
  push_draw_robot(random, at, s + ROBOT_ROW);
  push_begin(s, s[S_COUNT] >= 0.0f);
  push_behind(s, random, at);
  push_beside(s, random, at);
}
