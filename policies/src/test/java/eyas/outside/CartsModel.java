package eyas.outside;

import eyas.sim.device.KernelSource;
import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.TaskModel;
import java.util.List;

/**
 * Four carts on rails; functions in {@code carts.cl}. Immutable.
 *
 * @param differentiable whether learners may use the adjoints
 */
public record CartsModel(boolean differentiable) implements TaskModel {
  private static final ObservationTerm POSITIONS = new ObservationTerm("positions", 4, "m", "rail");
  private static final ObservationTerm VELOCITIES =
      new ObservationTerm("velocities", 4, "m/s", "rail");
  private static final ObservationTerm MASS = new ObservationTerm("mass", 1, "kg", "none");

  @Override
  public TaskDescription description() {
    return new TaskDescription(
        "carts",
        "carts",
        0.05,
        100,
        List.of("first", "second", "third", "fourth"),
        List.of(
            new ObservationGroup.Sensed("encoders", List.of(POSITIONS, VELOCITIES)),
            new ObservationGroup.Privileged("privileged", List.of(POSITIONS, VELOCITIES, MASS))),
        List.of("alive", "position"),
        9,
        2,
        differentiable);
  }

  @Override
  public KernelSource addTo(KernelSource source) {
    return source
        .define("FORCE", 2.0)
        .define("RAIL", 4.0)
        .define("WIND", 0.05)
        .define("REWARD_FAILURE", -100.0)
        .file(CartsModel.class, "carts.cl");
  }

  @Override
  public void sampleParameters(Philox random, float[] out) {
    out[0] = (float) random.uniform(0.5, 1.5);
    out[1] = 1;
  }
}
