/** How far two engines differ on the same random scenes. */
package eyas.sim.engine.agreement;
