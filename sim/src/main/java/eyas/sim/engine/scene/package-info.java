/** How the state and the physical parameters of a scene lie in rows. */
package eyas.sim.engine.scene;
