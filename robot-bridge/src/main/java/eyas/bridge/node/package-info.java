/** The policy node: a bundle on a robot, with states, guards, diagnostics and measured times. */
package eyas.bridge.node;
