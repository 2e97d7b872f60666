/**
 * What a node sees of its robot's middleware, in the words of rosjava: a node's main class is given
 * a {@link eyas.bridge.link.ConnectedNode} and makes publishers and subscribers from it. ROS 1, ROS
 * 2, or a client that a site brings along ({@link eyas.bridge.link.NodeProvider}) stands behind it.
 */
package eyas.bridge.link;
