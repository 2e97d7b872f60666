package eyas.rules.bad.assets.robot;

import eyas.rules.bad.sim.engine.BadEngine;

/** Breaks a rule: assets must not know the simulator. */
public record PointsBack(BadEngine engine) {}
