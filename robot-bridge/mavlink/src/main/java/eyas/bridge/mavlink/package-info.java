/**
 * Quadrotors whose flight controller is reached by MAVLink 2, over UDP or a serial line, without
 * ROS. Messages are decoded by dronefleet's library; what leaves in the control loop is written
 * here, without allocating.
 */
package eyas.bridge.mavlink;
