/**
 * Quadrotors with PX4 over its DDS topics {@code fmu/out/...} and {@code fmu/in/...} (uXRCE-DDS),
 * whose frames are NED and FRD. Layouts of messages are those of PX4 1.14 and 1.15.
 */
package eyas.bridge.ros2.px4;
