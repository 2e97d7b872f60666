/** Policies on the robot: a bundle, stepped in plain Java behind a guard. */
package eyas.bridge.onboard;
