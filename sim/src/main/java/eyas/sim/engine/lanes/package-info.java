/**
 * What every kernel program begins with: lane types, random numbers, rows of buffers, the step of
 * an engine.
 */
package eyas.sim.engine.lanes;
