package eyas.cli.run;

import java.io.PrintStream;

/** Plain lines for logs: the first and the last iteration and one about every second. */
final class LineProgress implements ProgressView {
  private static final double PERIOD = 1.0;

  private final PrintStream out;
  private double shown = Double.NEGATIVE_INFINITY;

  LineProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(Progress progress) {
    boolean last = progress.iteration() >= progress.total();
    if (last || progress.elapsed() - shown >= PERIOD) {
      shown = progress.elapsed();
      out.println(progress.line());
      out.flush();
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
