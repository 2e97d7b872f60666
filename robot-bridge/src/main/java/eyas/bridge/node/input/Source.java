package eyas.bridge.node.input;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One stream of samples, from the thread that receives them to the control thread. What comes in is
 * checked: finite values, and a stamp that is neither old nor from the future.
 */
public final class Source {
  private static final long BILLION = 1_000_000_000L;
  private static final long MOST_AHEAD = 100_000_000L;
  // a late setpoint in a replay must not depend on which connection was faster
  private static final long REPLAY_MARGIN = 20_000_000L;
  private static final int MANY = 256;
  private static final int LARGE = 512;

  private final SourceSpec spec;
  private final Timebase timebase;
  private final long timeout;
  private final long maxStampAge;
  private final SampleRing ring;
  private final Sample sample;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong notFinite = new AtomicLong();
  private final AtomicLong old = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private long abandoned = Long.MIN_VALUE;
  private volatile Optional<String> lastRefusal = Optional.empty();

  /**
   * Creates a source without samples.
   *
   * @param spec name, size, timeout
   * @param timebase of the node
   * @param maxStampAge age by its stamp from which a message is refused on receipt [s]
   */
  public Source(SourceSpec spec, Timebase timebase, double maxStampAge) {
    this.spec = spec;
    this.timebase = timebase;
    this.timeout = nanoseconds(spec.timeout());
    this.maxStampAge = nanoseconds(maxStampAge);
    this.ring = new SampleRing(spec.size(), spec.size() > LARGE ? 8 : MANY);
    this.sample = new Sample(spec.size());
  }

  private static long nanoseconds(double seconds) {
    return Math.round(seconds * BILLION);
  }

  /** Name, size, timeout. */
  public SourceSpec spec() {
    return spec;
  }

  /**
   * Gives a sample; to be called by a thread that receives. It allocates only when it refuses.
   *
   * @param stamp of the header; 0 if there is none [ns]
   * @param values the sample, copied
   * @return whether it was taken
   */
  public boolean offer(long stamp, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        notFinite.incrementAndGet();
        lastRefusal =
            Optional.of("Value %d of %s is %s, not finite.".formatted(i, spec.name(), values[i]));
        return false;
      }
    }
    if (!timely(stamp)) {
      return false;
    }
    long received = timebase.received(stamp);
    ring.write(received, stamp == 0 ? timebase.stamp() : stamp, values);
    taken.incrementAndGet();
    return true;
  }

  private boolean timely(long stamp) {
    if (stamp == 0) {
      return !spec.stamped() || tooOld("A message for " + spec.name() + " has no time stamp.");
    }
    // simulated time: replays may lag behind their clock; the step itself looks at the age
    long newest = ring.newestTime();
    boolean simulated = timebase.simulated();
    if (simulated && newest == Long.MIN_VALUE) {
      return true;
    }
    long age = simulated ? newest - stamp : timebase.stamp() - stamp;
    if (age > maxStampAge || (!simulated && age < -MOST_AHEAD)) {
      return tooOld(
          "A message for %s is %.3f s old by its stamp; at most %.3f s are allowed."
              .formatted(spec.name(), age / (double) BILLION, maxStampAge / (double) BILLION));
    }
    return true;
  }

  private boolean tooOld(String reason) {
    old.incrementAndGet();
    lastRefusal = Optional.of(reason);
    return false;
  }

  /**
   * Counts a message that cannot be used.
   *
   * @param reason as a sentence
   */
  public void refuse(String reason) {
    refused.incrementAndGet();
    lastRefusal = Optional.of(reason);
  }

  /**
   * Takes the sample for the step at a time: the newest whose time is not after it. For the control
   * thread; allocates nothing.
   *
   * @param time of the step, on the time base [ns]
   * @return the sample, which the next call replaces
   */
  public Sample take(long time) {
    boolean margin = timebase.simulated() && spec.role() != Role.SENSOR;
    ring.read(
        timebase.simulated() ? (margin ? time - REPLAY_MARGIN : time) : Long.MAX_VALUE, sample);
    return sample;
  }

  /** Forgets all samples: the clock has jumped, and their times mean nothing any more. */
  public void forget() {
    ring.clear();
    sample.clear();
  }

  /** The sample that {@link #take} took last. */
  public Sample sample() {
    return sample;
  }

  /**
   * Whether the sample that was taken last still counts.
   *
   * @param time of the step, on the time base [ns]
   */
  public boolean fresh(long time) {
    return sample.present() && time - sample.time() <= timeout;
  }

  /**
   * Whether the step at a time need not wait for this source, with simulated time: there is a
   * sample at or after that time, there never was one, or the source was given up.
   *
   * @param time of the step [ns]
   */
  public boolean reached(long time) {
    long newest = ring.newestTime();
    return newest >= time || newest == abandoned;
  }

  /** No step waits for this source any more, until it speaks again. */
  public void giveUp() {
    abandoned = ring.newestTime();
  }

  /** Time of the newest sample, on the time base; the least number before the first [ns]. */
  public long newest() {
    return ring.newestTime();
  }

  /** Age of the newest sample now [s]; infinite before the first. */
  public double age() {
    long newest = ring.newestTime();
    return newest == Long.MIN_VALUE
        ? Double.POSITIVE_INFINITY
        : (timebase.now() - newest) / (double) BILLION;
  }

  /** What has come in so far. */
  public SourceCounts counts() {
    return new SourceCounts(taken.get(), notFinite.get(), old.get(), refused.get(), lastRefusal);
  }
}
