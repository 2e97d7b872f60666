package eyas.policies.evaluate.push;

import eyas.policies.evaluate.Interval;
import eyas.policies.evaluate.Statistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a policy reached. Steps and path length are means over successes only, as in the paper: a
 * worse policy can look faster.
 *
 * @param policy name
 * @param episodes all episodes
 */
public record PushScores(String policy, List<PushEpisode> episodes) {
  /** Copies the list. */
  public PushScores {
    episodes = List.copyOf(episodes);
  }

  /** Returns the share of successes with Wilson's interval. */
  public Interval success() {
    return share(episodes.stream().filter(PushEpisode::success).count());
  }

  /** Returns the share of episodes in which every box was placed once, with Wilson's interval. */
  public Interval reachedOnce() {
    return share(episodes.stream().filter(PushEpisode::reachedOnce).count());
  }

  private Interval share(long count) {
    return Statistics.fractionInterval((double) count / episodes.size(), episodes.size());
  }

  /** Returns the share of episodes with an end. */
  public double share(PushEnd end) {
    return (double) episodes.stream().filter(e -> e.end() == end).count() / episodes.size();
  }

  /** Returns the mean length of successes [steps]; NaN without one. */
  public double steps() {
    return Statistics.mean(
        episodes.stream().filter(PushEpisode::success).mapToDouble(PushEpisode::steps).toArray());
  }

  /** Returns the mean path length of successes [m]; NaN without one. */
  public double travel() {
    return Statistics.mean(
        episodes.stream().filter(PushEpisode::success).mapToDouble(PushEpisode::travel).toArray());
  }

  /** Returns the mean number of boxes that were placed. */
  public double placed() {
    return Statistics.mean(episodes.stream().mapToDouble(PushEpisode::placed).toArray());
  }

  /** Returns everything for a report. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policy", policy);
    map.put("episodes", episodes.size());
    map.put("success", success().toMap());
    map.put("reached-once", reachedOnce().toMap());
    for (PushEnd end : PushEnd.values()) {
      if (end != PushEnd.SUCCESS) {
        map.put(end.name().toLowerCase(Locale.ROOT).replace('_', '-'), share(end));
      }
    }
    map.put("boxes-placed", placed());
    if (episodes.stream().anyMatch(PushEpisode::success)) {
      map.put("steps", steps());
      map.put("travel", travel());
    }
    return map;
  }
}
