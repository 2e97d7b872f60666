// EgoPush: observations. Keypoints lie in the camera's frame: x along its axis, y left, z up.
#define KEYPOINTS 8
#define OBJECT (3 * KEYPOINTS)
#define MASKED (-10.0f)

// a point of the world in the camera's frame
inline void push_camera(const Flat* robot, real x, real y, real z, real* o) {
  real ahead = push_ahead(robot, x, y) - CAMERA_AHEAD, up = z - CAMERA_HEIGHT;
  o[0] = ahead * CAMERA_COS - up * CAMERA_SIN;
  o[1] = push_left(robot, x, y);
  o[2] = ahead * CAMERA_SIN + up * CAMERA_COS;
}

// whether a point lies in the frustum (EgoPush, eq. 17)
inline mask push_visible(const real* o) {
  return (o[0] > 0.0f) & (abs_(o[1]) <= o[0] * VIEW_ACROSS) & (abs_(o[2]) <= o[0] * VIEW_UPRIGHT) &
         (o[0] >= VIEW_NEAREST) & (o[0] <= VIEW_FARTHEST);
}

// the corners of a cube; what is not shown, or out of view where that is masked, is MASKED
inline void push_keypoints(const Flat* robot, const real* body, mask shown, int masked, real* o) {
  real w = body[3], x = body[4], y = body[5], z = body[6];
  real m[9] = {1.0f - 2.0f * (y * y + z * z), 2.0f * (x * y - w * z), 2.0f * (x * z + w * y),
               2.0f * (x * y + w * z), 1.0f - 2.0f * (x * x + z * z), 2.0f * (y * z - w * x),
               2.0f * (x * z - w * y), 2.0f * (y * z + w * x), 1.0f - 2.0f * (x * x + y * y)};
  UNROLL for (int k = 0; k < KEYPOINTS; k++) {
    float a = k & 1 ? BOX_HALF : -BOX_HALF, b = k & 2 ? BOX_HALF : -BOX_HALF, c = k & 4 ? BOX_HALF : -BOX_HALF;
    real at[3], point[3];
    UNROLL for (int i = 0; i < 3; i++) at[i] = body[i] + m[3 * i] * a + m[3 * i + 1] * b + m[3 * i + 2] * c;
    push_camera(robot, at[0], at[1], at[2], point);
    mask seen = shown;
    if (masked) seen = seen & push_visible(point);
    UNROLL for (int i = 0; i < 3; i++) o[3 * k + i] = SEL(seen, point[i], MASKED);
  }
}

// rows of the obstacle that is number j by distance to the robot (ties by index); returns whether there is one
inline mask push_obstacle(const real* s, int j, real* body) {
  real d[BOXES];
  UNROLL for (int b = 1; b < BOXES; b++) {
    d[b] = SEL(s[S_ACTIVE] == (float)b, 1e9f,
               push_length(s[BOX(b)] - s[ROBOT_ROW], s[BOX(b) + 1] - s[ROBOT_ROW + 1]));
  }
  mask any = s[S_ACTIVE] < 0.0f;
  UNROLL for (int i = 0; i < BODY_ROWS; i++) body[i] = (real)(i == 3 ? 1.0f : 0.0f);
  UNROLL for (int b = 1; b < BOXES; b++) {
    real rank = (real)(0.0f);
    UNROLL for (int o = 1; o < BOXES; o++) {
      if (o < b) rank += SEL(d[o] <= d[b], 1.0f, 0.0f);
      if (o > b) rank += SEL(d[o] < d[b], 1.0f, 0.0f);
    }
    mask here = (rank == (float)j) & (s[S_ACTIVE] != (float)b);
    UNROLL for (int i = 0; i < BODY_ROWS; i++) body[i] = SEL(here, s[BOX(b) + i], body[i]);
    any = any | here;
  }
  return any;
}

// the active box's rows if it stood at its slot
inline void push_goal_body(const real* s, real* body) {
  const real* a = s + BOX(0);
  real slot[2];
  Place place = push_place(s, s[S_ACTIVE]);
  push_slot(&place, slot);
  real w = a[3], x = a[4], y = a[5], z = a[6];
  body[0] = a[0] + (1.0f - 2.0f * (y * y + z * z)) * slot[0] + 2.0f * (x * y - w * z) * slot[1];
  body[1] = a[1] + 2.0f * (x * y + w * z) * slot[0] + (1.0f - 2.0f * (x * x + z * z)) * slot[1];
  body[2] = a[2] + 2.0f * (x * z - w * y) * slot[0] + 2.0f * (y * z + w * x) * slot[1];
  UNROLL for (int i = 3; i < 7; i++) body[i] = a[i];
}

// centre-gated visibility: whether the anchor stands near the centre of the picture (EgoPush, eq. 20)
inline mask push_gate(const Flat* robot, const real* s) {
  real o[3];
  push_camera(robot, s[BOX(0)], s[BOX(0) + 1], s[BOX(0) + 2], o);
  return push_visible(o) & (abs_(o[1]) <= GATE_ACROSS * VIEW_ACROSS * o[0]) &
         (abs_(o[2]) <= GATE_UPRIGHT * VIEW_UPRIGHT * o[0]);
}

// 2, the previous action
inline void task_observe_onboard(const real* s, const real* p, real* o) {
  o[0] = s[COMMAND_ROW] / COMMAND_SPEED;
  o[1] = s[COMMAND_ROW + 1] / COMMAND_TURN;
}

inline void push_objects(const real* s, const real* p, int masked, int gated, real* o) {
  Flat robot = push_robot(s);
  mask yes = s[S_ACTIVE] >= 0.0f;
  real body[BODY_ROWS];
  push_box(s, s[S_ACTIVE], body);
  push_keypoints(&robot, body, yes, masked, o);
  push_keypoints(&robot, s + BOX(0), yes, masked, o + OBJECT);
  UNROLL for (int j = 0; j < OBSTACLES; j++) {
    mask present = push_obstacle(s, j, body);
    push_keypoints(&robot, body, present, masked, o + (2 + j) * OBJECT);
  }
  mask shown = yes;
  if (gated) shown = push_gate(&robot, s);
  push_goal_body(s, body);
  push_keypoints(&robot, body, shown, masked, o + (2 + OBSTACLES) * OBJECT);
  task_observe_onboard(s, p, o + (3 + OBSTACLES) * OBJECT);
}

// keypoints of active box, anchor, obstacles by distance, goal; previous action
inline void task_observe_keypoints(const real* s, const real* p, real* o) { push_objects(s, p, VIEW_MASK, VIEW_GATE, o); }

// the same without a view: what an omniscient teacher sees
inline void task_observe_global(const real* s, const real* p, real* o) { push_objects(s, p, 0, 0, o); }

// plain state, what the critic values
inline void task_observe_critic(const real* s, const real* p, real* o) {
  Flat robot = push_robot(s), anchor = push_flat(s + BOX(0)), goal = push_goal(s, s[S_ACTIVE]);
  real body[BODY_ROWS];
  push_box(s, s[S_ACTIVE], body);
  Flat active = push_flat(body);
  real vx = s[ROBOT_RATE], vy = s[ROBOT_RATE + 1];
  o[0] = robot.x;
  o[1] = robot.y;
  o[2] = robot.c;
  o[3] = robot.s;
  o[4] = robot.c * vx + robot.s * vy;
  o[5] = robot.c * vy - robot.s * vx;
  o[6] = s[ROBOT_RATE + 2];
  o[7] = push_ahead(&robot, active.x, active.y);
  o[8] = push_left(&robot, active.x, active.y);
  push_quarter(&active, &robot, o + 9, o + 10);
  o[11] = robot.c * body[7] + robot.s * body[8];
  o[12] = robot.c * body[8] - robot.s * body[7];
  o[13] = body[12];
  real dx = goal.x - active.x, dy = goal.y - active.y;
  o[14] = robot.c * dx + robot.s * dy;
  o[15] = robot.c * dy - robot.s * dx;
  push_quarter(&goal, &active, o + 16, o + 17);
  o[18] = push_length(dx, dy);
  o[19] = push_ahead(&robot, anchor.x, anchor.y);
  o[20] = push_left(&robot, anchor.x, anchor.y);
  o[21] = anchor.c * robot.c + anchor.s * robot.s;
  o[22] = anchor.s * robot.c - anchor.c * robot.s;
  UNROLL for (int j = 0; j < OBSTACLES; j++) {
    mask present = push_obstacle(s, j, body);
    o[23 + 2 * j] = SEL(present, push_ahead(&robot, body[0], body[1]), 0.0f);
    o[24 + 2 * j] = SEL(present, push_left(&robot, body[0], body[1]), 0.0f);
    o[23 + 2 * OBSTACLES + j] = SEL(present, 1.0f, 0.0f);
  }
  real* more = o + 23 + 3 * OBSTACLES;
  more[0] = s[S_PHASE];
  more[1] = 1.0f - s[S_CLOCK] / (float)STAGE_STEPS;
  more[2] = s[S_COUNT] / (float)(BOXES - 1);
  more[3] = s[S_HELD] / (float)HOLD_STEPS;
  more[4] = p[BOX_PARAMETERS + 6];
  UNROLL for (int b = 2; b < BOXES; b++) more[4] = SEL(s[S_ACTIVE] == (float)b, p[BOX_PARAMETERS + 6 * b], more[4]);
  more[5] = p[BOX_PARAMETERS + 6 + 4];
  more[6] = p[ROBOT_PARAMETERS + 4];
  task_observe_onboard(s, p, more + 7);
}
