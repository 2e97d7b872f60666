/** Another implementation of DDS to be checked against, and what is measured with it. */
package eyas.bridge.ros2.peer;
