/* A plain timer loop: what the machine gives any program. Prints the lateness of each wake-up [ns]
   in sorted order to standard output, one a line. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a;
  int64_t y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

static int64_t nanoseconds(const struct timespec *t) {
  return (int64_t)t->tv_sec * 1000000000 + t->tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    return 2;
  }
  int64_t period = strtoll(argv[1], NULL, 10);
  size_t count = (size_t)strtoull(argv[2], NULL, 10);
  int64_t *late = malloc(count * sizeof *late);
  if (late == NULL || period <= 0) {
    return 2;
  }
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  int64_t next = nanoseconds(&now);
  for (size_t i = 0; i < count; i++) {
    next += period;
    struct timespec deadline = {next / 1000000000, next % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, NULL);
    clock_gettime(CLOCK_MONOTONIC, &now);
    late[i] = nanoseconds(&now) - next;
    if (late[i] >= period) {
      next += late[i] / period * period;
    }
  }
  qsort(late, count, sizeof *late, compare);
  for (size_t i = 0; i < count; i++) {
    printf("%" PRId64 "\n", late[i]);
  }
  free(late);
  return 0;
}
