/**
 * The general rigid-body engine: any scene as OpenCL kernel functions, many environments in lanes.
 */
package eyas.sim.engine.opencl.scene;
