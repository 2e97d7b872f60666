// EgoPush: stages, events, reward and ends (EgoPush, section 2.6 of its appendix; docs/egopush.md).

// one control period: clamped commands of the differential drive
inline void task_advance(real* s, const real* p, const real* a) {
  real c[SCENE_COMMANDS];
  c[0] = COMMAND_SPEED * clamp_(a[0], (real)(-1.0f), (real)(1.0f));
  c[1] = COMMAND_TURN * clamp_(a[1], (real)(-1.0f), (real)(1.0f));
  scene_advance(s, p, c);
}

// clocks, events, and the next stage; no random numbers
inline void task_update(real* s, const real* p, const Random* random) {
  real active[BODY_ROWS];
  push_box(s, s[S_ACTIVE], active);
  Place place = push_place(s, s[S_ACTIVE]);
  Flat goal = push_at(s, &place);
  mask finished = s[S_COUNT] == (float)(BOXES - 1);
  mask reached = (s[S_PHASE] == 0.0f) & !finished & (push_reach(s, active) < REACH_DISTANCE);
  mask placed = (s[S_PHASE] == 1.0f) & !finished & push_within(active, &goal);
  s[S_CLOCK] += 1.0f;
  s[S_TIME] += 1.0f;
  s[S_EVENT] = SEL(placed, EVENT_PLACED, SEL(reached, EVENT_REACHED, 0.0f));
  s[S_PHASE] = SEL(reached, 1.0f, s[S_PHASE]);
  s[S_COUNT] += SEL(placed, 1.0f, 0.0f);
  UNROLL for (int b = 1; b < BOXES; b++) s[S_PLACED(b)] = SEL(placed & (s[S_ACTIVE] == (float)b), place.slot, s[S_PLACED(b)]);
  s[S_TURN] = SEL(placed, place.turn, s[S_TURN]);
  push_begin(s, placed & (s[S_COUNT] < (float)(BOXES - 1)));
  // the whole formation must stand
  mask stands = s[S_COUNT] == (float)(BOXES - 1);
  UNROLL for (int b = 1; b < BOXES; b++) {
    Place own = {s[S_PLACED(b)], s[S_TURN]};
    Flat slot = push_at(s, &own);
    stands = stands & push_within(s + BOX(b), &slot);
  }
  s[S_HELD] = SEL(stands, s[S_HELD] + 1.0f, 0.0f);
}

// what is left of the time, 1 to 0: events are worth the more the sooner they come
inline real push_worth(const real* before) {
#if GLOBAL_CLOCK
  return 1.0f - (before[S_TIME] + 1.0f) / (float)(STAGE_STEPS * (BOXES - 1));
#else
  return 1.0f - (before[S_CLOCK] + 1.0f) / (float)STAGE_STEPS;
#endif
}

// a change to the fourth power, once it is large enough to count
inline real push_jerk(real change) { return SEL(abs_(change) > SMOOTH_FROM, SQUARE(SQUARE(change)), 0.0f); }

// reward terms: reach, place, hold, approach, push, facing, smooth, slowdown, reverse; the stage is that of the state before
inline real task_reward(const real* before, const real* s, const real* p, const real* a, real* terms) {
  real was[BODY_ROWS], is[BODY_ROWS];
  push_box(before, before[S_ACTIVE], was);
  push_box(s, before[S_ACTIVE], is);
  Flat from = push_goal(before, before[S_ACTIVE]), to = push_goal(s, before[S_ACTIVE]), robot = push_robot(s);
  real worth = push_worth(before);
  terms[0] = REWARD_REACH * SEL(s[S_EVENT] == EVENT_REACHED, worth, 0.0f);
  terms[1] = REWARD_PLACE * SEL(s[S_EVENT] == EVENT_PLACED, worth, 0.0f);
  terms[2] = REWARD_HOLD * SEL(s[S_HELD] >= (float)HOLD_STEPS, 1.0f, 0.0f);
  real nearer = push_reach(before, was) - push_reach(s, is);
  terms[3] = REWARD_APPROACH * SEL(before[S_PHASE] == 0.0f, nearer, 0.0f);
  real distance = push_length(is[0] - to.x, is[1] - to.y);
  real gain = push_length(was[0] - from.x, was[1] - from.y) - distance;
  terms[4] = REWARD_PUSH * SEL(before[S_PHASE] == 1.0f, gain, 0.0f);
  real ahead = push_ahead(&robot, is[0], is[1]), away = push_length(is[0] - robot.x, is[1] - robot.y);
  terms[5] = REWARD_FACING * SEL(away < FACING_DISTANCE, ahead / max_(away, (real)(1e-3f)), 0.0f);
  real previous[2];
  task_observe_onboard(before, p, previous);
  real jerk = (real)(0.0f);
  UNROLL for (int i = 0; i < 2; i++) jerk += push_jerk(clamp_(a[i], (real)(-1.0f), (real)(1.0f)) - previous[i]);
  terms[6] = -REWARD_SMOOTH * jerk;
  real slow = max_((real)(-1.0f), 1.0f - push_length(is[7], is[8]) / SLOWDOWN_SPEED);
  terms[7] = REWARD_SLOWDOWN * positive_(1.0f - distance / SLOWDOWN_DISTANCE) * slow;
  terms[8] = -REWARD_REVERSE * positive_(-clamp_(a[0], (real)(-1.0f), (real)(1.0f)));
  real total = terms[0];
  UNROLL for (int i = 1; i < REWARD_TERMS; i++) total += terms[i];
  return total;
}

// an obstacle was hit: a box that is neither the anchor nor active has moved since the stage began
inline mask push_hit(const real* s) {
  mask hit = s[S_ACTIVE] < 0.0f;
  UNROLL for (int b = 1; b < BOXES; b++) {
    real moved = push_length(s[BOX(b)] - s[S_REST(b, 0)], s[BOX(b) + 1] - s[S_REST(b, 1)]);
    hit = hit | ((s[S_ACTIVE] != (float)b) & !(moved <= END_HIT));
  }
  return hit;
}

inline mask task_completed(const real* s, const real* p) { return s[S_HELD] >= (float)HOLD_STEPS; }

// the robot out of bounds, an obstacle hit, or the stage's time over
inline mask task_terminated(const real* s, const real* p) {
  mask inside = push_length(s[ROBOT_ROW], s[ROBOT_ROW + 1]) <= END_RADIUS;
  mask late = (s[S_CLOCK] >= (float)STAGE_STEPS) & !task_completed(s, p);
  return !inside | push_hit(s) | late;
}

// distance of the active box from its slot [m]
inline real task_error(const real* s) {
  real active[BODY_ROWS];
  push_box(s, s[S_ACTIVE], active);
  Flat goal = push_goal(s, s[S_ACTIVE]);
  return push_length(active[0] - goal.x, active[1] - goal.y);
}
