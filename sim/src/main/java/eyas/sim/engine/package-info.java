/** Physics engines: the contract that all of them pass. */
package eyas.sim.engine;
