package eyas.cli.view;

import eyas.sim.sensor.picture.Picture;
import eyas.sim.task.LaneWorld;

/** Draws the first environment of a world; keeps cameras open. */
public interface Painter extends AutoCloseable {
  /** Returns the picture of what the world is like now. */
  Picture of(LaneWorld world);

  @Override
  void close();
}
