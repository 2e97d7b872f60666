/** Compute devices: buffers, kernels and lanes over OpenCL. */
package eyas.sim.device;
