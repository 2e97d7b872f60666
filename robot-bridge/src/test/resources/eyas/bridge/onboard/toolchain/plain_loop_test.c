/* The plain loop with a board that only pretends: does its deadman act? */
#include "policy.h"

#include <string.h>

int control_start(void);
int control_tick(void);

static uint64_t now = 1000000u, measured, renewed;
static float last[4];

uint64_t board_time_us(void);
uint64_t board_measurement(student_raptor_measurement *m);
uint64_t board_setpoint(student_raptor_setpoint *s);
void board_command(const float command[4]);

uint64_t board_time_us(void) { return now; }

uint64_t board_measurement(student_raptor_measurement *m)
{
  memset(m, 0, sizeof *m);
  m->orientation[0] = 1.0f;
  return measured;
}

uint64_t board_setpoint(student_raptor_setpoint *s)
{
  memset(s, 0, sizeof *s);
  return renewed;
}

void board_command(const float command[4]) { memcpy(last, command, sizeof last); }

static int stopped(void) { return last[0] == 0.0f && last[1] == 0.0f && last[2] == 0.0f && last[3] == 0.0f; }

int main(void)
{
  if (!control_start()) { return 1; }
  if (control_tick() || !stopped()) { return 2; }            /* nothing was ever said */
  measured = renewed = now;
  if (!control_tick() || stopped()) { return 3; }            /* all is fresh */
  now += 40000u; measured = now;
  now += 40000u; measured = now;
  if (!control_tick()) { return 4; }                         /* setpoint 80 ms old */
  now += 120000u; measured = now;
  if (!control_tick()) { return 5; }                         /* 200 ms: still */
  now += 1u; measured = now;
  if (control_tick() || !stopped()) { return 6; }            /* 200.001 ms: the deadman acts */
  renewed = now;
  if (!control_tick()) { return 7; }                         /* renewed: goes on */
  now += 50001u; renewed = now;
  if (control_tick() || !stopped()) { return 8; }            /* measurement too old */
  measured = now; renewed = now + 5u;
  if (control_tick() || !stopped()) { return 9; }            /* from the future */
  return 0;
}
