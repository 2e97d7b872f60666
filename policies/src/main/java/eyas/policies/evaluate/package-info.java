/** Flies policies on the same quadrotors, starts and random numbers, and compares them. */
package eyas.policies.evaluate;
