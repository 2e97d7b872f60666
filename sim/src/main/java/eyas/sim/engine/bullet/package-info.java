/**
 * The second opinion: JBullet's rigid bodies at 1 kHz with actuators, delay and rate loop of their
 * own. JBullet keeps single precision and semi-implicit Euler; what it lacks (the gyroscopic term)
 * is added here.
 */
package eyas.sim.engine.bullet;
