/** Benches of the bridge between a policy and a robot. */
package eyas.cli.bridge;
