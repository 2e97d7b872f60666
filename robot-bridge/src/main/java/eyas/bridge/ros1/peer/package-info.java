/** The programs of an installed ROS 1 as processes: roscore, its tools, and nodes of others. */
package eyas.bridge.ros1.peer;
