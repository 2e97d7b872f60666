package eyas.policies.checkpoint;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of checkpoints {@code NNNNNNNNNN.checkpoint} with two pointers, {@code latest} and
 * {@code best}: small text files that hold a file name (and the best score). Keeps the last few and
 * the best.
 */
public final class CheckpointFolder {
  private static final String ENDING = ".checkpoint";
  private static final String LATEST = "latest";
  private static final String BEST = "best";

  private final Path folder;
  private final int keep;

  /**
   * Names a folder; it is created when the first checkpoint is saved.
   *
   * @param folder where the files lie
   * @param keep how many of the last checkpoints stay, ≥ 1
   */
  public CheckpointFolder(Path folder, int keep) {
    if (keep < 1) {
      throw new CheckpointException("Keeping " + keep + " checkpoints is impossible; keep ≥ 1.");
    }
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Saves a checkpoint whole, then points {@code latest} (and {@code best}) at it, then removes old
   * ones.
   *
   * @param iteration number in the file's name
   * @param score the higher the better; NaN is never best
   * @param content what to save
   * @return the file
   */
  public Path save(long iteration, double score, CheckpointWriter content) {
    Path file = folder.resolve(String.format("%010d%s", iteration, ENDING));
    AtomicFiles.write(file, CheckpointFormat.encode(content));
    String name = file.getFileName().toString();
    if (score > bestScore()) {
      AtomicFiles.write(folder.resolve(BEST), name + " " + score + "\n");
    }
    AtomicFiles.write(folder.resolve(LATEST), name + "\n");
    prune();
    return file;
  }

  /** Reads and verifies the latest checkpoint; empty if none was ever saved. */
  public Optional<CheckpointReader> latest() {
    return pointer(LATEST).map(words -> read(folder.resolve(words[0])));
  }

  /**
   * Reads the newest checkpoint that is whole; a damaged one falls back to the one before it. Empty
   * if none was ever saved; if all are damaged they are refused.
   *
   * @param warning gets a sentence for each damaged checkpoint: its file, what is wrong with it,
   *     and what is used instead
   */
  public Optional<CheckpointReader> newestWhole(Consumer<String> warning) {
    List<String> damaged = new ArrayList<>();
    List<Path> files = new ArrayList<>(files());
    Collections.reverse(files);
    for (Path file : files) {
      try {
        CheckpointReader whole = read(file);
        damaged.forEach(
            reason -> warning.accept("Warning: " + reason + " Going on from " + file + "."));
        return Optional.of(whole);
      } catch (CheckpointException failure) {
        damaged.add(failure.getMessage());
      }
    }
    if (damaged.isEmpty()) {
      return Optional.empty();
    }
    throw new CheckpointException(
        String.join(" ", damaged)
            + " No checkpoint in "
            + folder
            + " is whole. Delete this folder and resume: the stage then begins anew.");
  }

  /** Reads and verifies the best checkpoint; empty if none had a score. */
  public Optional<CheckpointReader> best() {
    return pointer(BEST).map(words -> read(folder.resolve(words[0])));
  }

  /** Returns the best score so far; negative infinity if there is none. */
  public double bestScore() {
    Optional<String[]> words = pointer(BEST);
    try {
      return words.map(w -> Double.parseDouble(w[w.length - 1])).orElse(Double.NEGATIVE_INFINITY);
    } catch (NumberFormatException failure) {
      throw new CheckpointException(
          folder.resolve(BEST) + " is damaged: it must hold a file name and a score. Delete it.",
          failure);
    }
  }

  /** Returns the checkpoint files, oldest first. */
  public List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException failure) {
      throw new CheckpointException("Cannot list " + folder + ": " + failure + ".", failure);
    }
  }

  /** Reads and verifies one file; a truncated or changed one is refused. */
  public static CheckpointReader read(Path file) {
    try {
      return CheckpointFormat.decode(Files.readAllBytes(file), file.toString());
    } catch (IOException failure) {
      throw new CheckpointException(
          "Cannot read the checkpoint " + file + ": " + failure + ".", failure);
    }
  }

  private Optional<String[]> pointer(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip().split(" ", -1));
    } catch (IOException failure) {
      throw new CheckpointException("Cannot read " + file + ": " + failure + ".", failure);
    }
  }

  private void prune() {
    Set<String> kept = new TreeSet<>();
    pointer(BEST).ifPresent(words -> kept.add(words[0]));
    pointer(LATEST).ifPresent(words -> kept.add(words[0]));
    List<Path> files = new ArrayList<>(files());
    List<Path> old = files.subList(0, Math.max(0, files.size() - keep));
    for (Path file : old) {
      if (!kept.contains(file.getFileName().toString())) {
        delete(file);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new CheckpointException("Cannot delete " + file + ": " + failure + ".", failure);
    }
  }
}
