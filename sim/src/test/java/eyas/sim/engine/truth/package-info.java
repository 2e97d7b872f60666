/**
 * What is true of every engine of scenes, each against its formula. An engine's test implements
 * these interfaces; where its method cannot meet a bound it overrides the bound and says why.
 */
package eyas.sim.engine.truth;
