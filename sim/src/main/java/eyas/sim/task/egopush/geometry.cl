// EgoPush: rows, planar frames, roles of boxes, and whether a box is at its slot. Box 0 is the anchor.
#define TASK_ACTIONS 2
#define TASK_COMPLETES
#define BODY_ROWS 13
#define BOX(b) (BOX_ROW + BODY_ROWS * (b))
#define ROBOT_RATE (ROBOT_ROW + ROBOT_JOINTS)
#define S_ACTIVE (TASK_ROW + 0)
#define S_PHASE (TASK_ROW + 1)
#define S_CLOCK (TASK_ROW + 2)
#define S_TIME (TASK_ROW + 3)
#define S_HELD (TASK_ROW + 4)
#define S_COUNT (TASK_ROW + 5)
#define S_EVENT (TASK_ROW + 6)
#define S_TURN (TASK_ROW + 7)
#define S_PLACED(b) (TASK_ROW + 7 + (b))
#define S_REST(b, i) (TASK_ROW + 5 + BOXES + 2 * (b) + (i))
#define EVENT_REACHED 1.0f
#define EVENT_PLACED 2.0f

// a place on the floor: position and the cosine and sine of the heading
typedef struct {
  real x, y, c, s;
} Flat;

inline Flat push_robot(const real* s) {
  Flat f = {s[ROBOT_ROW], s[ROBOT_ROW + 1], cos(s[ROBOT_ROW + 2]), sin(s[ROBOT_ROW + 2])};
  return f;
}

// heading of a body that may be tilted: its x axis on the floor
inline Flat push_flat(const real* body) {
  real w = body[3], x = body[4], y = body[5], z = body[6];
  real c = 1.0f - 2.0f * (y * y + z * z), s = 2.0f * (x * y + w * z);
  real length = sqrt(c * c + s * s);
  Flat f = {body[0], body[1], c / length, s / length};
  return f;
}

// a point of the world in a frame
inline real push_ahead(const Flat* f, real x, real y) { return f->c * (x - f->x) + f->s * (y - f->y); }
inline real push_left(const Flat* f, real x, real y) { return f->c * (y - f->y) - f->s * (x - f->x); }

inline real push_length(real x, real y) { return sqrt(x * x + y * y); }

// rows of box `which` (1 to BOXES - 1)
inline void push_box(const real* s, real which, real* body) {
  UNROLL for (int i = 0; i < BODY_ROWS; i++) {
    body[i] = s[BOX(1) + i];
    UNROLL for (int b = 2; b < BOXES; b++) body[i] = SEL(which == (float)b, s[BOX(b) + i], body[i]);
  }
}

// a slot (from 1) of the formation, and how many quarter turns this stands from the anchor's frame
typedef struct {
  real slot, turn;
} Place;

// a slot in the anchor's frame, after a number of quarter turns
inline void push_turned(int slot, int turn, float* at) {
  const float x[BOXES] = SLOT_X, y[BOXES] = SLOT_Y;
  at[0] = turn == 0 ? x[slot] : turn == 1 ? -y[slot] : turn == 2 ? -x[slot] : y[slot];
  at[1] = turn == 0 ? y[slot] : turn == 1 ? x[slot] : turn == 2 ? -y[slot] : -x[slot];
}

inline void push_slot(const Place* place, real* slot) {
  slot[0] = (real)(0.0f);
  slot[1] = (real)(0.0f);
  UNROLL for (int turn = 0; turn < TURNS; turn++) {
    UNROLL for (int k = 1; k < BOXES; k++) {
      float at[2];
      push_turned(k, turn, at);
      mask here = (place->slot == (float)k) & (place->turn == (float)turn);
      UNROLL for (int i = 0; i < 2; i++) slot[i] = SEL(here, at[i], slot[i]);
    }
  }
}

// whether a box that is not placed may take a slot: it is free, and the boxes that are placed leave this turn open
inline mask push_open(const real* s, int slot, int turn) {
  mask open = (s[S_COUNT] == 0.0f) | (s[S_TURN] == (float)turn);
  UNROLL for (int b = 1; b < BOXES; b++) open = open & (s[S_PLACED(b)] != (float)slot);
  return open;
}

// where box `which` belongs: its own slot, or where the sides of the anchor look alike the nearest open one
inline Place push_place(const real* s, real which) {
  Place place = {which, (real)(0.0f)};
#if SIDES_ALIKE
  real body[BODY_ROWS], own = (real)(0.0f), best = (real)(1e9f);
  push_box(s, which, body);
  Flat a = push_flat(s + BOX(0));
  real x = push_ahead(&a, body[0], body[1]), y = push_left(&a, body[0], body[1]);
  UNROLL for (int turn = 0; turn < TURNS; turn++) {
    UNROLL for (int k = 1; k < BOXES; k++) {
      float at[2];
      push_turned(k, turn, at);
      real far = SQUARE(x - at[0]) + SQUARE(y - at[1]);
      mask better = push_open(s, k, turn) & (far < best);
      best = SEL(better, far, best);
      place.slot = SEL(better, (float)k, place.slot);
      place.turn = SEL(better, (float)turn, place.turn);
    }
  }
  UNROLL for (int b = 1; b < BOXES; b++) own = SEL(which == (float)b, s[S_PLACED(b)], own);
  place.slot = SEL(own > 0.0f, own, place.slot);
  place.turn = SEL(own > 0.0f, s[S_TURN], place.turn);
#endif
  return place;
}

// a place on the floor
inline Flat push_at(const real* s, const Place* place) {
  Flat a = push_flat(s + BOX(0));
  real slot[2];
  push_slot(place, slot);
  Flat g = {a.x + a.c * slot[0] - a.s * slot[1], a.y + a.s * slot[0] + a.c * slot[1], a.c, a.s};
  return g;
}

inline Flat push_goal(const real* s, real which) {
  Place place = push_place(s, which);
  return push_at(s, &place);
}

// cosine and sine of four times the heading of f against g: a cube looks the same after a quarter turn
inline void push_quarter(const Flat* f, const Flat* g, real* cosine, real* sine) {
  real c = f->c * g->c + f->s * g->s, s = f->s * g->c - f->c * g->s;
  real c2 = 2.0f * c * c - 1.0f, s2 = 2.0f * s * c;
  *cosine = 2.0f * c2 * c2 - 1.0f;
  *sine = 2.0f * s2 * c2;
}

// whether a box, given by its rows, is at its slot and slow
inline mask push_within(const real* body, const Flat* goal) {
  Flat f = push_flat(body);
  real cosine, sine;
  push_quarter(&f, goal, &cosine, &sine);
  return (push_length(f.x - goal->x, f.y - goal->y) < PLACE_DISTANCE) & (cosine > PLACE_COSINE) &
         (push_length(body[7], body[8]) < PLACE_SPEED);
}

// distance of the robot's reaching point from a body [m]
inline real push_reach(const real* s, const real* body) {
  Flat r = push_robot(s);
  return push_length(r.x + REACH_POINT * r.c - body[0], r.y + REACH_POINT * r.s - body[1]);
}

// the unplaced box that is nearest to the robot; 1 if there is none
inline real push_next(const real* s) {
  real best = (real)(1e9f), next = (real)(1.0f);
  UNROLL for (int b = 1; b < BOXES; b++) {
    real d = push_length(s[BOX(b)] - s[ROBOT_ROW], s[BOX(b) + 1] - s[ROBOT_ROW + 1]);
    mask nearer = (s[S_PLACED(b)] == 0.0f) & (d < best);
    best = SEL(nearer, d, best);
    next = SEL(nearer, (float)b, next);
  }
  return next;
}

// begins a stage: remembers where the boxes stand
inline void push_begin(real* s, mask which) {
  s[S_ACTIVE] = SEL(which, push_next(s), s[S_ACTIVE]);
  s[S_PHASE] = SEL(which, 0.0f, s[S_PHASE]);
  s[S_CLOCK] = SEL(which, 0.0f, s[S_CLOCK]);
  UNROLL for (int b = 1; b < BOXES; b++) {
    UNROLL for (int i = 0; i < 2; i++) s[S_REST(b, i)] = SEL(which, s[BOX(b) + i], s[S_REST(b, i)]);
  }
}
