/** Counter-based random numbers, the same on host and device. */
package eyas.sim.random;
