package eyas.distill.curriculum;

import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.List;

/**
 * One cell a quadrotor.
 *
 * @param model task under a preset
 * @param quadrotors one a cell
 * @param teacherStarts whether starts lie within each quadrotor's own distance (start set {@code
 *     teacher}) or as the preset says (start set {@code student})
 */
public record QuadrotorCells(
    QuadrotorModel model, List<QuadrotorParameters> quadrotors, boolean teacherStarts)
    implements TaskCells {
  /** Copies the list. */
  public QuadrotorCells {
    quadrotors = List.copyOf(quadrotors);
  }

  @Override
  public int count() {
    return quadrotors.size();
  }

  @Override
  public void draw(int cell, Philox random, float[] out) {
    QuadrotorParameters quadrotor = quadrotors.get(cell);
    double distance = teacherStarts ? quadrotor.initPosition() : model.config().start().metres();
    model.fill(quadrotor, distance, random, out);
  }
}
