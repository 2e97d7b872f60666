/** Pictures for people: of a scene from outside, of depth, and as PNG files. */
package eyas.sim.sensor.picture;
