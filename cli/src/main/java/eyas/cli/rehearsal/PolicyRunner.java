package eyas.cli.rehearsal;

import java.util.List;
import java.util.Optional;

/** A policy node that runs somewhere, and is stopped with this. */
public interface PolicyRunner extends AutoCloseable {
  /** Why it has ended by itself, if it has. */
  Optional<String> ended();

  /** The last lines that it printed, where they are kept. */
  List<String> lines();

  @Override
  void close();
}
