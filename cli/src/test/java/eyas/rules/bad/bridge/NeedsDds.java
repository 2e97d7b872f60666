package eyas.rules.bad.bridge;

import eyas.rules.bad.bridge.ros2.BadDds;
import us.ihmc.pubsub.common.Guid;

/** Breaks two rules: the bridge knows neither DDS nor the module that does. */
public record NeedsDds(BadDds dds, Guid guid) {}
