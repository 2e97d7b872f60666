/** A simulated robot behind the topics and services of MAVROS: JBullet, sensors, an autopilot. */
package eyas.cli.robot;
