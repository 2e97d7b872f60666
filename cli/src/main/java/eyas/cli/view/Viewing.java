package eyas.cli.view;

import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.sim.sensor.picture.Picture;
import eyas.sim.view.PictureWindow;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows or records, as the command was asked.
 *
 * @param request what was asked for
 * @param console for people
 */
public record Viewing(ViewRequest request, Console console) {
  // frames of a recording follow each other no faster
  private static final double FRAME = 0.04;
  private static final int MOST = 100_000;

  /** Shows; the show stays open. */
  public ActionResult run(Show show) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("show", show.name());
    values.put("seed", request.seed());
    if (request.record().isPresent()) {
      record(show, values);
    } else {
      values.put("steps", window(show));
    }
    Show.Progress last = show.progress();
    values.put("lastEpisodeSteps", last.steps());
    values.put("lastEpisodeReturn", last.reward());
    values.put("lastEpisodeEnd", last.ended() ? last.end() : "not ended");
    return ActionResult.of(values);
  }

  private int window(Show show) {
    Picture first = show.picture();
    try (PictureWindow window = PictureWindow.open("eyas", first.width(), first.height())) {
      console.say(
          "Keys: space stops and goes on, right arrow makes one step, R resets, up and down change"
              + " the speed, Q quits.");
      return new Viewer(show, window, first).run(request.steps());
    }
  }

  // without a number of steps: one episode
  private void record(Show show, Map<String, Object> values) {
    int stride = (int) Math.max(1, Math.round(FRAME / show.period()));
    int frames = 1;
    int steps = 0;
    try (Recording recording =
        request.gif()
            ? Recording.gif(request.record().orElseThrow(), stride * show.period())
            : Recording.folder(request.record().orElseThrow())) {
      recording.add(show.picture());
      while (goesOn(show, steps)) {
        show.step();
        steps++;
        if (steps % stride == 0 || show.progress().ended()) {
          recording.add(show.picture());
          frames++;
        }
      }
      recording.finish();
    }
    values.put("file", request.record().orElseThrow().toString());
    values.put("steps", steps);
    values.put("frames", frames);
    values.put("secondsPerFrame", stride * show.period());
  }

  private boolean goesOn(Show show, int steps) {
    return request.steps().isPresent()
        ? steps < request.steps().getAsInt()
        : steps < MOST && !show.progress().ended();
  }
}
