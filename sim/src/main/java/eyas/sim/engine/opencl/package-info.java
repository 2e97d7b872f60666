/** The training engine: kernels in lanes, and the pieces all of them share. */
package eyas.sim.engine.opencl;
