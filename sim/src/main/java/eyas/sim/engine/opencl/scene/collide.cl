// All contacts of a scene, pair by pair, kind by kind.

#define FOR_PAIRS(kind)                                                                   \
  _Pragma("unroll 1") for (int pair = kind##_FIRST; pair < kind##_FIRST + kind##_COUNT; pair++)

// what every kind begins with: pairs that are far apart in all lanes cost this test only
#define PAIR_BEGIN                            \
  mask near = pair_near(w, pair);             \
  if (!ANY(near)) {                           \
    w->live[pair] = 0;                        \
    continue;                                 \
  }                                           \
  real mu = pair_friction(p, pair);           \
  int a = PAIR_A[pair], b = PAIR_B[pair];
#define PAIR_END w->live[pair] = 1;

inline void contacts_find(Work* w, const real* p) {
  colliders_place(w, p);
  w->count = 0;
  w->pooled = 0;
  FOR_PAIRS(PLANE_BALL) {
    PAIR_BEGIN plane_ball(w, pair, 0, near, w->place[b], collider_radius(w, b), mu);
    PAIR_END
  }
  FOR_PAIRS(PLANE_CAPSULE) {
    PAIR_BEGIN plane_ball(w, pair, 0, near, capsule_end(w, b, -1.0f), collider_radius(w, b), mu);
    plane_ball(w, pair, 1, near, capsule_end(w, b, 1.0f), collider_radius(w, b), mu);
    PAIR_END
  }
  FOR_PAIRS(PLANE_BOX) { PAIR_BEGIN plane_box(w, pair, near, mu); PAIR_END }
  FOR_PAIRS(PLANE_CYLINDER) { PAIR_BEGIN plane_cylinder(w, pair, near, mu); PAIR_END }
  FOR_PAIRS(PLANE_CONVEX) { PAIR_BEGIN plane_hull(w, pair, near, mu); PAIR_END }
  FOR_PAIRS(BALL_BALL) {
    PAIR_BEGIN ball_ball(w, pair, 0, near, w->place[a], collider_radius(w, a), w->place[b],
                         collider_radius(w, b), mu);
    PAIR_END
  }
  FOR_PAIRS(CAPSULE_BALL) { PAIR_BEGIN capsule_ball(w, pair, near, mu); PAIR_END }
  FOR_PAIRS(CAPSULE_CAPSULE) { PAIR_BEGIN capsule_capsule(w, pair, near, mu); PAIR_END }
  FOR_PAIRS(CYLINDER_BALL) { PAIR_BEGIN cylinder_ball(w, pair, near, mu); PAIR_END }
  FOR_PAIRS(BOX_BALL) {
    PAIR_BEGIN box_ball(w, pair, 0, near, a, w->place[b], collider_radius(w, b), mu);
    PAIR_END
  }
  FOR_PAIRS(CONVEX_BALL) { PAIR_BEGIN w->live[pair] = hull_ball(w, pair, near, mu); }
  FOR_PAIRS(BOX_CAPSULE) { PAIR_BEGIN w->live[pair] = box_capsule(w, pair, near, mu); }
  FOR_PAIRS(BOX_BOX) { PAIR_BEGIN w->live[pair] = box_box(w, pair, near, mu); }
  FOR_PAIRS(CONVEX_CONVEX) { PAIR_BEGIN w->live[pair] = hull_hull(w, pair, near, mu); }
}
