// the teacher's action: Dense(in, width, relu) -> Dense(width, width, relu) -> Dense(width, actions, tanh)
#define TEACHER_STRIDE PAD4(TEACHER_INPUTS)
#define TEACHER_W1 (TEACHER_HIDDEN * TEACHER_STRIDE + TEACHER_HIDDEN)
#define TEACHER_W2 (TEACHER_W1 + TEACHER_HIDDEN * TEACHER_HIDDEN + TEACHER_HIDDEN)
#define TEACHER_WEIGHTS (TEACHER_W2 + TASK_ACTIONS * TEACHER_HIDDEN + TASK_ACTIONS)

INLINE void teacher_act(const __global float* restrict w, const real* x, real* a) {
  real p[TEACHER_HIDDEN], q[TEACHER_HIDDEN];
  dense8(w, w + TEACHER_HIDDEN * TEACHER_STRIDE, x, p, TEACHER_INPUTS, TEACHER_STRIDE, TEACHER_HIDDEN);
  for (int i = 0; i < TEACHER_HIDDEN; i++) p[i] = positive_(p[i]);
  dense8(w + TEACHER_W1, w + TEACHER_W2 - TEACHER_HIDDEN, p, q, TEACHER_HIDDEN, TEACHER_HIDDEN, TEACHER_HIDDEN);
  for (int i = 0; i < TEACHER_HIDDEN; i++) q[i] = positive_(q[i]);
  dense4(w + TEACHER_W2, w + TEACHER_W2 + TASK_ACTIONS * TEACHER_HIDDEN, q, a, TEACHER_HIDDEN, TEACHER_HIDDEN, TASK_ACTIONS);
  for (int i = 0; i < TASK_ACTIONS; i++) a[i] = tanh_(a[i]);
}
