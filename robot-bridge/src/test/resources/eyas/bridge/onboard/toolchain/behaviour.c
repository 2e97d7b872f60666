/* Properties of the generated code that no sequence shows; ends with the number of the first that fails. */
#include "policy.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define NAME(rest) student_raptor_##rest
#define CHECK(number, condition) \
  do { \
    if (!(condition)) { \
      printf("check %d failed: %s\n", number, #condition); \
      return number; \
    } \
  } while (0)

static int near(float a, float b) { return fabsf(a - b) < 2e-6f; }

static int guards(void)
{
  NAME(state) state;
  float observation[22] = {0.0f}, action[4], command[4];
  const float bad[3] = {NAN, INFINITY, -INFINITY};
  unsigned i, k;
  for (i = 0; i < 22u; ++i) {
    for (k = 0; k < 3u; ++k) {
      NAME(reset)(&state);
      CHECK(1, NAME(step)(&state, observation, action, command) == STUDENT_RAPTOR_OK);
      observation[i] = bad[k];
      CHECK(2, NAME(step)(&state, observation, action, command) == STUDENT_RAPTOR_BAD_OBSERVATION);
      observation[i] = 0.0f;
      CHECK(3, command[0] == 0.0f && command[1] == 0.0f && command[2] == 0.0f && command[3] == 0.0f);
      CHECK(4, state.hidden[0] == 0.0f && state.hidden[15] == 0.0f && state.previous_action[0] == 0.0f);
    }
  }
  NAME(reset)(&state);
  state.hidden[7] = NAN;
  CHECK(5, NAME(step)(&state, observation, action, command) == STUDENT_RAPTOR_BAD_OUTPUT);
  CHECK(6, state.hidden[7] == 0.0f && command[2] == 0.0f);
  for (i = 3; i < 12u; ++i) {
    observation[i] = 3e38f;
  }
  /* whatever so large a number leads to, the command stays finite and in range */
  NAME(step)(&state, observation, action, command);
  for (i = 0; i < 4u; ++i) {
    CHECK(7, command[i] >= 0.0f && command[i] <= 1.0f);
  }
  return 0;
}

static int clips(void)
{
  NAME(state) a, b;
  float x[22] = {0.0f}, y[22] = {0.0f}, action[4], other[4], command[4];
  NAME(reset)(&a);
  NAME(reset)(&b);
  x[0] = 100.0f; y[0] = 0.5f;
  x[14] = -100.0f; y[14] = -1.0f;
  NAME(step)(&a, x, action, command);
  NAME(step)(&b, y, other, command);
  CHECK(10, memcmp(action, other, sizeof action) == 0);
  return 0;
}

static int substeps(void)
{
  NAME(state) fast, slow, before;
  float x[22] = {0.0f}, action[4], other[4], command[4];
  unsigned call;
  NAME(reset)(&fast);
  NAME(reset)(&slow);
  for (call = 0; call < 40u; ++call) {
    x[call % 22u] += 0.1f;
    before = fast;
    CHECK(20, NAME(substep)(&fast, 4u, x, action, command) == STUDENT_RAPTOR_OK);
    if (call % 4u == 0u) {
      NAME(step)(&slow, x, other, command);
      CHECK(21, memcmp(action, other, sizeof action) == 0);
    } else {
      /* looks ahead: memory and previous action are untouched */
      CHECK(22, memcmp(before.hidden, fast.hidden, sizeof fast.hidden) == 0);
      NAME(step)(&before, x, other, command);
      CHECK(23, memcmp(action, other, sizeof action) == 0);
    }
    CHECK(24, memcmp(slow.hidden, fast.hidden, sizeof fast.hidden) == 0);
    CHECK(25, memcmp(slow.previous_action, fast.previous_action, sizeof fast.previous_action) == 0);
  }
  return 0;
}

static int observes(void)
{
  NAME(state) state;
  NAME(measurement) m = {{1.0f, 2.0f, 3.0f}, {0.1f, 0.2f, 0.3f}, {1.0f, 0.0f, 0.0f, 0.0f}, {4.0f, 5.0f, 6.0f}};
  NAME(setpoint) r = {{0.5f, 1.0f, 1.5f}, {0.0f, 0.0f, 0.0f}, 0.0f};
  float o[22], p[22];
  float action[4], command[4];
  int i;
  NAME(reset)(&state);
  state.previous_action[3] = 0.25f;
  NAME(observe)(&state, &m, &r, o);
  CHECK(30, near(o[0], 0.5f) && near(o[1], 1.0f) && near(o[2], 1.5f));
  CHECK(31, near(o[3], 1.0f) && near(o[4], 0.0f) && near(o[7], 1.0f) && near(o[11], 1.0f));
  CHECK(32, near(o[12], 0.1f) && near(o[15], 4.0f) && near(o[17], 6.0f) && near(o[21], 0.25f));
  for (i = -40; i <= 40; ++i) {
    const float yaw = 0.37f * (float)i;
    const float c = cosf(yaw), s = sinf(yaw), h = 0.5f * yaw;
    r.yaw = yaw;
    /* a robot that heads where it should sees itself unrotated; the scale of a quaternion is nothing */
    m.orientation[0] = 3.0f * cosf(h);
    m.orientation[3] = 3.0f * sinf(h);
    NAME(observe)(&state, &m, &r, p);
    CHECK(33, near(p[3], 1.0f) && near(p[4], 0.0f) && near(p[6], 0.0f) && near(p[7], 1.0f));
    CHECK(34, near(p[0], c * 0.5f + s * 1.0f) && near(p[1], c * 1.0f - s * 0.5f) && near(p[2], 1.5f));
    CHECK(35, near(p[12], c * 0.1f + s * 0.2f) && near(p[13], c * 0.2f - s * 0.1f));
  }
  /* roll by a quarter: body y points up */
  m.orientation[0] = 0.70710678f; m.orientation[1] = 0.70710678f; m.orientation[3] = 0.0f;
  r.yaw = 0.0f;
  NAME(observe)(&state, &m, &r, o);
  CHECK(36, near(o[3], 1.0f) && near(o[7], 0.0f) && near(o[8], -1.0f) && near(o[10], 1.0f));
  r.yaw = NAN;
  NAME(observe)(&state, &m, &r, o);
  CHECK(37, NAME(step)(&state, o, action, command) == STUDENT_RAPTOR_BAD_OBSERVATION);
  r.yaw = 0.0f;
  memset(m.orientation, 0, sizeof m.orientation);
  NAME(observe)(&state, &m, &r, o);
  CHECK(38, NAME(step)(&state, o, action, command) == STUDENT_RAPTOR_BAD_OBSERVATION);
  return 0;
}

int main(void)
{
  float largest = -1.0f;
  int failed = guards();
  failed = failed ? failed : clips();
  failed = failed ? failed : substeps();
  failed = failed ? failed : observes();
  CHECK(40, NAME(selftest)(&largest) && largest >= 0.0f && largest <= STUDENT_RAPTOR_TOLERANCE);
  CHECK(41, NAME(abi)() == STUDENT_RAPTOR_ABI && strncmp(NAME(id)(), "student-raptor ", 15) == 0);
  return failed;
}
