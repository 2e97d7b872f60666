package eyas.cli.view;

import eyas.sim.sensor.picture.Picture;
import eyas.sim.view.PictureWindow;
import eyas.sim.view.ViewKey;
import java.util.Locale;
import java.util.OptionalInt;

/** Shows in a window, at the speed of reality or a multiple of it. */
final class Viewer {
  private static final double LONGEST_WAIT = 0.1;
  private static final double FASTEST = 16;

  private final Show show;
  private final PictureWindow window;
  private Picture picture;
  private boolean paused;
  private boolean single;
  private boolean quit;
  private double speed = 1;
  private int steps;

  Viewer(Show show, PictureWindow window, Picture first) {
    this.show = show;
    this.window = window;
    this.picture = first;
  }

  /** Runs until the window is closed, or some steps were made; returns the number of steps. */
  int run(OptionalInt most) {
    draw();
    double due = now();
    while (!quit && !window.closed() && (most.isEmpty() || steps < most.getAsInt())) {
      window.await(Math.min(LONGEST_WAIT, paused && !single ? LONGEST_WAIT : due - now()));
      window.keys().forEach(this::hear);
      if (paused && !single) {
        window.show(picture);
        due = now();
      } else if (single || now() >= due) {
        single = false;
        step();
        // a slow machine shows every step, later
        due = Math.max(due + show.period() / speed, now() - show.period());
      }
    }
    return steps;
  }

  private static double now() {
    return System.nanoTime() * 1e-9;
  }

  private void hear(ViewKey key) {
    switch (key) {
      case PAUSE -> paused = !paused;
      case STEP -> {
        paused = true;
        single = true;
      }
      case RESET -> {
        show.reset();
        picture = show.picture();
        draw();
      }
      case FASTER -> speed = Math.min(FASTEST, 2 * speed);
      case SLOWER -> speed = Math.max(1 / FASTEST, speed / 2);
      case QUIT -> quit = true;
    }
    window.title(title());
  }

  private void step() {
    show.step();
    steps++;
    // where steps are short, not each of them is drawn
    int every = Math.max(1, (int) Math.round(0.02 * speed / show.period()));
    if (steps % every == 0 || paused || show.progress().ended()) {
      picture = show.picture();
      draw();
    }
  }

  private void draw() {
    window.show(picture);
    window.title(title());
  }

  private String title() {
    Show.Progress at = show.progress();
    String text = "eyas: %s - step %d, return %.1f".formatted(show.name(), at.steps(), at.reward());
    if (at.ended()) {
      text += ", " + at.end();
    }
    if (speed != 1) {
      text += String.format(Locale.ROOT, ", speed x%s", speed);
    }
    return text + (paused ? ", paused" : "");
  }
}
