/** The states of a policy on a robot, without any robot or middleware. */
package eyas.bridge.node.state;
