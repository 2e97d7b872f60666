/**
 * A client of ROS 1 in plain Java, wire-compatible with roscpp, rospy and rosjava: XML-RPC to the
 * master and between nodes, TCPROS for topics and services. Its words are rosjava's; it is not
 * rosjava.
 */
package eyas.bridge.ros1;
