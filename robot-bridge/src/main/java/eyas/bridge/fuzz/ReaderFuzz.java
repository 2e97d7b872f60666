package eyas.bridge.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All readers of what comes in from outside, one after another. */
public final class ReaderFuzz {
  private static final Map<String, Supplier<FuzzTarget>> TARGETS = targets();

  private ReaderFuzz() {}

  private static Map<String, Supplier<FuzzTarget>> targets() {
    Map<String, Supplier<FuzzTarget>> targets = new LinkedHashMap<>();
    targets.put("calls", XmlTarget::calls);
    targets.put("responses", XmlTarget::responses);
    targets.put("headers", HeaderTarget::new);
    targets.put("frames", FrameTarget::new);
    targets.put("messages", () -> new MessageTarget(false));
    targets.put("samples", () -> new MessageTarget(true));
    targets.put("bundles", BundleTarget::small);
    return targets;
  }

  /** The kinds of input. */
  public static List<String> kinds() {
    return List.copyOf(TARGETS.keySet());
  }

  /**
   * Reads damaged inputs of one kind.
   *
   * @param kind one of {@link #kinds()}
   * @param cases how many inputs
   * @param seed of the damage
   * @throws FuzzException if one is neither read nor refused with a reason
   */
  public static FuzzResult run(String kind, long cases, long seed) {
    return new Fuzzer(seed).run(TARGETS.get(kind).get(), cases);
  }
}
