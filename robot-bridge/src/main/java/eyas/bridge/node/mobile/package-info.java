/** Wheeled robots that are driven by {@code cmd_vel} and see with a depth camera. */
package eyas.bridge.node.mobile;
