/** The control loop: one step of policy, states and guard, and the clock that calls it. */
package eyas.bridge.node.control;
