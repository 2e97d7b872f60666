package eyas.cli.view;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code view} was asked for.
 *
 * @param policy name of a kind of policy, a bundle's folder, or nothing
 * @param record file or folder to write instead of opening a window
 * @param steps control steps after which it ends
 * @param seed of all random numbers
 */
public record ViewRequest(
    Optional<String> policy, Optional<Path> record, OptionalInt steps, long seed) {
  /** Name of the policy that acts at random. */
  public static final String RANDOM = "random";

  /** Name of the policy that acts by rules. */
  public static final String SCRIPTED = "scripted";

  private static final List<String> LEARNED = List.of("student", "teacher");

  /** Reads the options of the command. */
  public static ViewRequest of(ActionRequest request) {
    OptionalInt steps =
        request.argument("steps").isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(request.count("steps", 1));
    return new ViewRequest(
        request.argument("policy"),
        request.argument("record").map(Path::of),
        steps,
        request.options().seed().orElse(1));
  }

  /** Returns whether the recording is an animation, not a folder of pictures. */
  boolean gif() {
    return record
        .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".gif"))
        .isPresent();
  }

  /**
   * Returns the bundle that is meant; nothing for {@link #RANDOM} and {@link #SCRIPTED}, and where
   * no policy was named and none is shipped.
   *
   * @param shipped the task's shipped bundles
   */
  public Optional<PolicyBundle> bundle(List<PolicyBundle> shipped) {
    if (policy.isEmpty()) {
      return LEARNED.stream().flatMap(kind -> first(shipped, kind).stream()).findFirst();
    }
    String name = policy.get();
    if (name.equals(RANDOM) || name.equals(SCRIPTED)) {
      return Optional.empty();
    }
    if (LEARNED.contains(name)) {
      return Optional.of(first(shipped, name).orElseThrow(() -> notShipped(name, shipped)));
    }
    if (!Files.isRegularFile(Path.of(name, "policy.json"))) {
      throw new UsageException(
          "--policy is '%s'. Give teacher, student, random, scripted, or the folder of a bundle (one that holds policy.json)."
              .formatted(name));
    }
    return Optional.of(PolicyBundle.load(Path.of(name)).verify());
  }

  // the one with that very name, else one whose name says it
  private static Optional<PolicyBundle> first(List<PolicyBundle> shipped, String kind) {
    Optional<PolicyBundle> exact =
        shipped.stream().filter(b -> b.contract().name().equals(kind)).findFirst();
    return exact.or(
        () -> shipped.stream().filter(b -> b.contract().name().contains(kind)).findFirst());
  }

  private static UsageException notShipped(String kind, List<PolicyBundle> shipped) {
    return new UsageException(
        "No %s is shipped for this task and preset; there is: %s. Give --policy random, scripted, or the folder of a bundle."
            .formatted(
                kind,
                shipped.isEmpty()
                    ? "nothing"
                    : String.join(", ", shipped.stream().map(b -> b.contract().name()).toList())));
  }
}
