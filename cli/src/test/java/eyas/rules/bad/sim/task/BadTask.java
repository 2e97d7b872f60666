package eyas.rules.bad.sim.task;

import eyas.rules.bad.sim.engine.BadEngine;

/** Breaks a rule together with {@link BadEngine}: each uses the other. */
public interface BadTask {
  /** The engine. */
  BadEngine engine();
}
