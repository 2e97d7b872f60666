/** The textbook in double precision: what every other engine and every gradient is tested with. */
package eyas.sim.engine.reference;
