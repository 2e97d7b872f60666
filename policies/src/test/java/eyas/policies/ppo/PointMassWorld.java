package eyas.policies.ppo;

import eyas.sim.random.Philox;
import eyas.sim.task.HostWorld;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.WorldFault;
import java.util.List;
import java.util.Optional;

/** Point masses on a line that should come to rest at 0: a small world on plain arrays. */
public final class PointMassWorld extends HostWorld {
  public static final int EPISODE = 60;
  private static final float PERIOD = 0.1f;
  private static final float EDGE = 3;

  private Optional<WorldFault> fault = Optional.empty();

  // position, velocity
  public PointMassWorld(int environments) {
    super(environments, 2, EPISODE, 2);
  }

  /** Pretends that a number was not finite. */
  public void breakDown(WorldFault given) {
    fault = Optional.of(given);
  }

  @Override
  public Optional<WorldFault> fault() {
    return fault;
  }

  @Override
  public TaskDescription description() {
    List<ObservationTerm> terms =
        List.of(
            new ObservationTerm("position", 1, "m", "world"),
            new ObservationTerm("linear-velocity", 1, "m/s", "world"));
    List<ObservationTerm> critic =
        List.of(terms.get(0), terms.get(1), new ObservationTerm("time-left", 1, "s", "none"));
    return new TaskDescription(
        "point-mass",
        "point",
        PERIOD,
        EPISODE,
        List.of("force"),
        List.of(
            new ObservationGroup.Privileged("privileged", terms),
            new ObservationGroup.Privileged("critic", critic)),
        List.of("position", "force"),
        2,
        1,
        false);
  }

  @Override
  protected void start(int e, Philox random) {
    value(e, 0, random.uniform(-2, 2));
    value(e, 1, random.uniform(-1, 1));
  }

  @Override
  protected float move(int e, float[] actions) {
    float force = Math.max(-3, Math.min(3, actions[e]));
    value(e, 1, value(e, 1) + PERIOD * force);
    value(e, 0, value(e, 0) + PERIOD * value(e, 1));
    float nearness = 1 - Math.abs(value(e, 0));
    float effort = -0.02f * force * force;
    addTerm(0, nearness);
    addTerm(1, effort);
    return nearness + effort;
  }

  @Override
  protected boolean failed(int e) {
    return Math.abs(value(e, 0)) > EDGE;
  }

  @Override
  public void observe(String group, float[] out) {
    int width = description().group(group).size();
    for (int e = 0; e < environments(); e++) {
      out[e * width] = value(e, 0);
      out[e * width + 1] = value(e, 1);
      if (width == 3) {
        out[e * width + 2] = (EPISODE - age(e)) * PERIOD;
      }
    }
  }
}
