package eyas.rules.bad.sim.engine;

import eyas.rules.bad.sim.task.BadTask;

/** Breaks a rule together with {@link BadTask}: each uses the other. */
public interface BadEngine {
  /** The task. */
  BadTask task();
}
