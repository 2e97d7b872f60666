package eyas.policies.evaluate;

import eyas.sim.task.World;

/**
 * A policy and the worlds whose actions it speaks, with one environment for each quadrotor.
 *
 * @param policy flies
 * @param position world with a resting target
 * @param figureEight world whose target moves as the parameter rows say
 */
public record Pilot(FlightPolicy policy, World position, World figureEight) {}
