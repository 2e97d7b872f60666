/**
 * The last checks between a policy and the actuators: finite, in range, not too fast, not too old.
 */
package eyas.bridge.safety;
