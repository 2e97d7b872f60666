/* The parts of Betaflight's interface that the glue uses; for compiling only. */
#ifndef STUB_BETAFLIGHT
#define STUB_BETAFLIGHT
#include <stdbool.h>
#include <stdint.h>
typedef uint32_t timeUs_t;
typedef int32_t timeDelta_t;
static inline timeDelta_t cmpTimeUs(timeUs_t a, timeUs_t b) { return (timeDelta_t)(a - b); }
#define ARMED 1
extern uint8_t armingFlags;
#define ARMING_FLAG(mask) (armingFlags & (mask))
#endif
