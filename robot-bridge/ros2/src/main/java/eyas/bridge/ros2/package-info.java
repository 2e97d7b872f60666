/**
 * Topics with ROS 2 names and CDR types over DDS, behind the words of {@link eyas.bridge.link}. The
 * middleware is Fast DDS, as ihmc-pub-sub brings it. Services, actions and the graph of nodes are
 * not there: {@code ros2 topic} sees the topics, {@code ros2 node} does not see the node.
 */
package eyas.bridge.ros2;
