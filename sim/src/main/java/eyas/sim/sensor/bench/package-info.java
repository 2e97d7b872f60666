/** The scene that the speed of cameras is stated for. */
package eyas.sim.sensor.bench;
