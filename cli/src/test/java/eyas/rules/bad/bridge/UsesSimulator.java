package eyas.rules.bad.bridge;

import eyas.rules.bad.sim.task.BadTask;

/** Breaks a rule: the bridge must not know the simulator. */
public record UsesSimulator(BadTask task) {}
