package eyas.rules.bad.bridge.ros2;

import us.ihmc.pubsub.common.Time;

/** Breaks no rule: DDS belongs here. */
public record BadDds(Time lease) {}
