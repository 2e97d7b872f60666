/** XML-RPC as ROS 1 uses it, with limits on size and depth, without document types. */
package eyas.bridge.ros1.xmlrpc;
