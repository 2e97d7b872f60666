package eyas.bridge.node.control;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts spans of time in buckets that are at most 1/32 wider than their lower end. One thread
 * records, any thread reads; recording allocates nothing.
 */
public final class DurationHistogram {
  private static final int BITS = 5;
  private static final int PER_OCTAVE = 1 << BITS;
  private static final int BUCKETS = (64 - BITS) * PER_OCTAVE;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
  private volatile long largest;

  /** An empty histogram. */
  public DurationHistogram() {}

  /**
   * Counts a span; a negative one counts as 0.
   *
   * @param nanoseconds the span [ns]
   */
  public void record(long nanoseconds) {
    long value = Math.max(0, nanoseconds);
    int bucket = bucket(value);
    counts.lazySet(bucket, counts.get(bucket) + 1);
    if (value > largest) {
      largest = value;
    }
  }

  private static int bucket(long value) {
    if (value < PER_OCTAVE) {
      return (int) value;
    }
    int shift = 63 - Long.numberOfLeadingZeros(value) - BITS;
    return (shift << BITS) + (int) (value >>> shift);
  }

  /** The upper end of a bucket. */
  private static long upper(int bucket) {
    if (bucket < PER_OCTAVE) {
      return bucket;
    }
    int shift = (bucket >> BITS) - 1;
    long mantissa = (long) PER_OCTAVE + (bucket & (PER_OCTAVE - 1));
    return ((mantissa + 1) << shift) - 1;
  }

  /** A copy of all counts. */
  public Snapshot snapshot() {
    long[] copy = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      copy[i] = counts.get(i);
    }
    return new Snapshot(copy, largest);
  }

  /** Counts at one moment. */
  public static final class Snapshot {
    private final long[] counts;
    private final long largest;

    private Snapshot(long[] counts, long largest) {
      this.counts = counts;
      this.largest = largest;
    }

    /** Number of spans. */
    public long count() {
      long sum = 0;
      for (long count : counts) {
        sum += count;
      }
      return sum;
    }

    /**
     * What was counted since an earlier snapshot.
     *
     * @param earlier of the same histogram
     */
    public Snapshot since(Snapshot earlier) {
      long[] difference = new long[counts.length];
      int highest = 0;
      for (int i = 0; i < counts.length; i++) {
        difference[i] = counts[i] - earlier.counts[i];
        highest = difference[i] > 0 ? i : highest;
      }
      return new Snapshot(difference, Math.min(largest, upper(highest)));
    }

    /**
     * The span that a share of all does not exceed [s]; 0 if there are none.
     *
     * @param share 0 to 1
     */
    public double quantile(double share) {
      long wanted = (long) Math.ceil(share * count());
      long sum = 0;
      for (int i = 0; i < counts.length && wanted > 0; i++) {
        sum += counts[i];
        if (sum >= wanted) {
          return Math.min(largest, upper(i)) * 1e-9;
        }
      }
      return 0;
    }

    /** The longest span [s]. */
    public double maximum() {
      return largest * 1e-9;
    }

    /**
     * Number of spans in buckets that lie above a limit.
     *
     * @param nanoseconds the limit [ns]
     */
    public long above(long nanoseconds) {
      long sum = 0;
      for (int i = bucket(nanoseconds) + 1; i < counts.length; i++) {
        sum += counts[i];
      }
      return sum;
    }
  }
}
