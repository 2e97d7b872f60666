package eyas.bridge.ros2;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import us.ihmc.pubsub.common.Guid;
import us.ihmc.pubsub.common.MatchingInfo;

/** The other ends of a topic that DDS has found. */
final class Peers {
  private final Set<Guid> found = ConcurrentHashMap.newKeySet();

  /** DDS found or lost one. */
  void changed(MatchingInfo info) {
    Guid peer = new Guid();
    peer.set(info.getGuid());
    if (info.getStatus() == MatchingInfo.MatchingStatus.MATCHED_MATCHING) {
      found.add(peer);
    } else {
      found.remove(peer);
    }
  }

  int count() {
    return found.size();
  }
}
