package eyas.distill.loop;

import eyas.distill.DistillException;
import eyas.distill.curriculum.TaskCells;
import eyas.distill.teacher.Teachers;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.TaskModel;
import java.util.Optional;

/**
 * Where a student learns and from whom.
 *
 * @param device device, stays open
 * @param lanes lane width
 * @param model task
 * @param group what the student senses
 * @param cells the tasks to practise on; with several teachers one cell a teacher, in order
 * @param teachers teachers, if any
 */
public record Classroom(
    ComputeDevice device,
    Lanes lanes,
    TaskModel model,
    ObservationGroup.Sensed group,
    TaskCells cells,
    Optional<Teachers> teachers) {
  /** Checks that every teacher has a cell. */
  public Classroom {
    int count = teachers.map(Teachers::count).orElse(1);
    if (count > 1 && count != cells.count()) {
      throw new DistillException(
          count
              + " teachers were given for "
              + cells.count()
              + " cells; one conditioned teacher or one a cell is needed.");
    }
  }

  /** Returns the same room without teachers. */
  public Classroom withoutTeachers() {
    return new Classroom(device, lanes, model, group, cells, Optional.empty());
  }
}
