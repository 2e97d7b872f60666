/** Samples of a robot's sensors on their way from the threads that receive to the one that acts. */
package eyas.bridge.node.input;
