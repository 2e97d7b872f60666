/** The quadrotor: dynamics, presets, rewards and their adjoints. */
package eyas.sim.task.quadrotor;
