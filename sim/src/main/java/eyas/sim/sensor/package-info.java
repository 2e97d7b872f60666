/**
 * Cameras that look at a scene: depth, colours, masks and normals of every environment by casting
 * rays at the colliders, in kernels that read the rows of state and parameters.
 */
package eyas.sim.sensor;
