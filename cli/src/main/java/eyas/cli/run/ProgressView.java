package eyas.cli.run;

/** Shows how far a stage is. */
interface ProgressView extends AutoCloseable {
  /** Shows one iteration. */
  void show(Progress progress);

  @Override
  void close();
}
