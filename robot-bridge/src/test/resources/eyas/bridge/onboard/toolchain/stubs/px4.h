/* The parts of PX4's interface that the module uses; for compiling only. */
#ifndef STUB_PX4
#define STUB_PX4
#include <math.h>
#include <stdint.h>
#include <stdio.h>
typedef uint64_t hrt_abstime;
hrt_abstime hrt_absolute_time();
#define PX4_OK 0
#define PX4_ERROR (-1)
#define PX4_ERR(...) printf(__VA_ARGS__)
#define PX4_WARN(...) printf(__VA_ARGS__)
#define PX4_ISFINITE(x) __builtin_isfinite(x)
#define MODULE_NAME "stub"
#define PRINT_MODULE_USAGE_NAME(...)
#define PRINT_MODULE_USAGE_COMMAND(...)
#define ORB_ID(name) #name
#define __EXPORT __attribute__((visibility("default")))
template <class T> struct Pointer { T *value; void store(T *v) { value = v; } };
template <class T> class ModuleBase {
public:
  virtual ~ModuleBase() = default;
  static int main(int, char **) { return T::task_spawn(0, nullptr); }
protected:
  static constexpr int task_id_is_work_queue = -2;
  static Pointer<T> _object;
  static int _task_id;
  bool should_exit() const { return false; }
  void exit_and_cleanup() {}
};
template <class T> Pointer<T> ModuleBase<T>::_object;
template <class T> int ModuleBase<T>::_task_id;
namespace px4 {
namespace wq_configurations { constexpr int rate_ctrl = 0; }
class ScheduledWorkItem {
public:
  ScheduledWorkItem(const char *, int) {}
  virtual ~ScheduledWorkItem() = default;
  virtual void Run() = 0;
};
}
namespace uORB {
class Subscription {
public:
  explicit Subscription(const char *) {}
  bool update(void *) { return true; }
};
class SubscriptionCallbackWorkItem : public Subscription {
public:
  SubscriptionCallbackWorkItem(px4::ScheduledWorkItem *, const char *name) : Subscription(name) {}
  bool registerCallback() { return true; }
  void unregisterCallback() {}
};
template <class T> class Publication {
public:
  explicit Publication(const char *) {}
  bool publish(const T &) { return true; }
};
}
struct vehicle_angular_velocity_s { uint64_t timestamp; float xyz[3]; };
struct vehicle_attitude_s { uint64_t timestamp; float q[4]; };
struct vehicle_local_position_s { uint64_t timestamp; float x, y, z, vx, vy, vz, heading; };
struct trajectory_setpoint_s { uint64_t timestamp; float position[3], velocity[3], yaw; };
struct vehicle_control_mode_s { uint64_t timestamp; bool flag_armed, flag_control_offboard_enabled; };
struct actuator_motors_s { uint64_t timestamp, timestamp_sample; float control[12]; };
struct vehicle_rates_setpoint_s { uint64_t timestamp; float roll, pitch, yaw, thrust_body[3]; };
#endif
