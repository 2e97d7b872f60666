/** Seeded damage to everything that comes in from outside; whatever is wrong must be refused. */
package eyas.bridge.fuzz;
