// One control period of a scene.

inline void scene_command(Work* w, const real* s, const real* p, const real* c, int step) {
  // the period's first steps may still follow the commands of the period before
  mask late = (real)(step + 0.5f) < p[SCENE_PARAMETER_ROWS - 1] * (float)SCENE_STEPS;
  for (int i = 0; i < SCENE_COMMANDS; i++) {
    real given = SEL(late, s[SCENE_STATE_ROWS - SCENE_COMMANDS + i], c[i]);
    w->command[i] = clamp_(given, (real)(COMMAND_LOWER[i]), (real)(COMMAND_UPPER[i]));
  }
}

inline void scene_solve(Work* w, const real* p, float t, int biased, int backwards) {
  drives_solve(w, p, t);
  joints_solve(w, p, t, biased);
  int n = w->count;
  _Pragma("unroll 1") for (int i = 0; i < n; i++)
      contact_solve(w, w->active[backwards ? n - 1 - i : i], t, biased);
}

// half a drift, the forces, contacts and joints, half a drift, and impulses without bias: bodies
// without contacts fly along parabolas exactly. Small steps instead of many iterations: Macklin et
// al. 2019, Catto 2024 (soft step).
inline void scene_substep(Work* w, const real* p, int step, int rounds) {
  const float t = SUBSTEP;
  free_drift(w, 0.5f * t, p);
  free_kick(w, t);
#if TREE_DOF_COUNT > 0
  tree_drift(w, 0.5f * t);
  tree_kick(w, p, t);
#endif
  // once a time step; what moves, and how heavily, follows also where contacts are older
  if (step % SUBSTEPS == 0) {
    _Pragma("unroll 1") for (int i = 0; i < w->count; i++) contact_prepare(w, w->active[i]);
    if (step == 0) contacts_guess(w, t);
  }
  joints_warm(w);
  _Pragma("unroll 1") for (int i = 0; i < w->count; i++) contact_warm(w, w->active[i]);
  // passes with bias, the drift, and passes without
  _Pragma("unroll 1") for (int r = 0; r < rounds + RELAXATIONS; r++) {
    if (r == rounds) {
      free_drift(w, 0.5f * t, p);
#if TREE_DOF_COUNT > 0
      tree_drift(w, 0.5f * t);
#endif
    }
    scene_solve(w, p, t, r < rounds, r & 1);
  }
}

inline void scene_advance(real* s, const real* p, const real* c) {
  Work w;
  free_load(&w, s, p);
#if TREE_DOF_COUNT > 0
  tree_load(&w, s, p);
#endif
  for (int i = 0; i < DRAG_COUNT; i++) w.drag[i] = (real)(0.0f);
  for (int i = 0; i < STOP_COUNT; i++) w.lower[i] = w.upper[i] = (real)(0.0f);
  for (int i = 0; i < 3 * DRIVE_COUNT; i++) w.drive[i] = (real)(0.0f);
  for (int i = 0; i < PAIR_COUNT; i++) w.live[i] = 0;
  _Pragma("unroll 1") for (int step = 0; step < SCENE_STEPS * SUBSTEPS; step++) {
    if (step % SUBSTEPS == 0) scene_command(&w, s, p, c, step / SUBSTEPS);
    if (step % (SUBSTEPS * FIND_STEPS) == 0) {
      for (int i = 0; i < SCENE_DOFS; i++) w.gone[i] = (real)(0.0f);
#if TREE_DOF_COUNT > 0
      tree_frames(&w);
#endif
      contacts_find(&w, p);
    }
    scene_substep(&w, p, step, step == 0 ? FIRST_ITERATIONS : ITERATIONS);
  }
  free_store(&w, s, p);
#if TREE_DOF_COUNT > 0
  tree_store(&w, s);
#endif
  for (int i = 0; i < SCENE_COMMANDS; i++) s[SCENE_STATE_ROWS - SCENE_COMMANDS + i] = c[i];
}
