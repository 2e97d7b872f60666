/**
 * Quadrotors whose flight controller takes collective thrust and body rates. What every middleware
 * shares is {@link eyas.bridge.node.quadrotor.QuadrotorTracking}.
 */
package eyas.bridge.node.quadrotor;
