package eyas.cli.run;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that moves, for terminals. */
final class BarProgress implements ProgressView {
  private final ProgressBar bar;

  BarProgress(PrintStream out, String stage, long total, long first) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(stage)
            .setInitialMax(total)
            .startsFrom(first, java.time.Duration.ZERO)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(out))
            .build();
  }

  @Override
  public void show(Progress progress) {
    bar.setExtraMessage(" " + progress.details());
    bar.stepTo(progress.iteration());
  }

  @Override
  public void close() {
    bar.close();
  }
}
