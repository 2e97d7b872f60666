package eyas.sim.random;

/**
 * Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as
 * 1, 2, 3" (SC 2011): the same numbers as {@code philox.cl}, keyed by (seed, environment, episode,
 * step, stream), so any draw can be repeated alone. Mutable cursor over the draws of one key; not
 * thread-safe.
 */
public final class Philox {
  private static final int M0 = 0xD2511F53;
  private static final int M1 = 0xCD9E8D57;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;

  private final int key0;
  private final int key1;
  private final int environment;
  private final int episode;
  private final int step;
  private final int[] block = new int[4];
  private int draw;
  private int used = 4;

  /**
   * Creates the stream of one key.
   *
   * @param seed the run's seed
   * @param environment environment index
   * @param episode episode count of that environment
   * @param step step in the episode
   * @param stream purpose of the numbers, 0 to 255
   */
  public Philox(long seed, int environment, int episode, int step, int stream) {
    this.key0 = (int) seed;
    this.key1 = (int) (seed >>> 32) ^ (stream << 24);
    this.environment = environment;
    this.episode = episode;
    this.step = step;
  }

  /** Returns the stream of a seed for host-side work outside any environment. */
  public static Philox host(long seed, int stream) {
    return new Philox(seed, 0, 0, 0, stream);
  }

  /** Writes the four words of counter (c0, c1, c2, c3) under key (k0, k1) to {@code out}. */
  public static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
    for (int round = 0; round < 10; round++) {
      long p0 = (M0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
      long p1 = (M1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      k0 += W0;
      k1 += W1;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
  }

  /** Returns the next 32 random bits. */
  public int nextInt() {
    if (used == 4) {
      block(environment, episode, step, draw++, key0, key1, block);
      used = 0;
    }
    return block[used++];
  }

  /** Returns a uniform number in [0, 1) with 24 bits, as the kernels draw it. */
  public float nextFloat() {
    return (nextInt() >>> 8) * 0x1p-24f;
  }

  /** Returns a uniform number in [0, 1) with 53 bits. */
  public double nextDouble() {
    long high = (nextInt() & 0xFFFFFFFFL) >>> 6;
    return ((high << 27) + (nextInt() >>> 5)) * 0x1p-53;
  }

  /** Returns a uniform number in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /** Returns a standard normal number (Box and Muller 1958). */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
    return radius * Math.cos(2 * Math.PI * nextDouble());
  }

  /** Returns a uniform integer in [0, bound). */
  public int nextInt(int bound) {
    return (int) (nextDouble() * bound);
  }
}
