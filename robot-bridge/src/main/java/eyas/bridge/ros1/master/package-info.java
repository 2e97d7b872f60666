/** A ROS master within this process, for tests and for rehearsals where no roscore is installed. */
package eyas.bridge.ros1.master;
