package eyas.policies.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An estimate with its 95 % confidence interval.
 *
 * @param estimate the point estimate
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double estimate, double low, double high) {
  /** Returns whether zero lies below the interval. */
  public boolean aboveZero() {
    return low > 0;
  }

  /** Returns the interval for a report: {@code estimate}, {@code low}, {@code high}. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("estimate", estimate);
    map.put("low", low);
    map.put("high", high);
    return map;
  }
}
