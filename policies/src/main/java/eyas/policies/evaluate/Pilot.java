package eyas.policies.evaluate;

import eyas.sim.task.World;

/**
 * A policy and the world whose actions it speaks; motor and rate policies fly in different worlds
 * of the same quadrotors.
 *
 * @param policy flies
 * @param world flown in; one environment for each quadrotor
 */
public record Pilot(FlightPolicy policy, World world) {}
