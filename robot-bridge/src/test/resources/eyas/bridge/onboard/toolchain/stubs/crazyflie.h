/* The parts of crazyflie-firmware's interface that a controller uses; for compiling only. */
#ifndef STUB_CRAZYFLIE
#define STUB_CRAZYFLIE
#include <stdbool.h>
#include <stdint.h>
typedef uint32_t stabilizerStep_t;
typedef struct { float x, y, z; } vector_t;
typedef struct { float w, x, y, z; } quaternion_t;
typedef struct { float roll, pitch, yaw; } attitude_t;
typedef enum { modeDisable = 0, modeAbs, modeVelocity } stab_mode_t;
typedef enum { controlModeLegacy = 0, controlModeForceTorque, controlModeForce, controlModePWM } control_mode_t;
typedef struct { uint16_t motorPwm[4]; control_mode_t controlMode; } control_t;
typedef struct {
  uint32_t timestamp;
  attitude_t attitude;
  vector_t position, velocity;
  struct { stab_mode_t x, y, z; } mode;
} setpoint_t;
typedef struct { vector_t gyro; } sensorData_t;
typedef struct { vector_t position, velocity; quaternion_t attitudeQuaternion; } state_t;
void controllerOutOfTreeInit(void);
bool controllerOutOfTreeTest(void);
void controllerOutOfTree(control_t *control, const setpoint_t *setpoint, const sensorData_t *sensors,
                         const state_t *state, const stabilizerStep_t tick);
#endif
