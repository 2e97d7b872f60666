package eyas.cli.view;

import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.rollout.ImageRows;
import eyas.sim.sensor.picture.Picture;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldFaultException;
import java.util.Optional;

/** A world of one environment with a policy. */
public final class WorldShow implements Show {
  private final String name;
  private final LaneWorld world;
  private final FlightPolicy policy;
  private final Optional<ImageObservations> images;
  private final Optional<ImageRows> sight;
  private final Painter painter;
  private final float[] observations;
  private final float[] actions;
  private Progress progress = new Progress(0, 0, "");

  /**
   * Begins the first episode.
   *
   * @param name task and preset
   * @param world of one environment; closed with this show
   * @param policy acts in it
   * @param painter draws it; closed with this show
   * @param seed of all random numbers
   */
  public WorldShow(String name, LaneWorld world, FlightPolicy policy, Painter painter, long seed) {
    this(name, world, policy, Optional.empty(), painter, seed);
  }

  /**
   * Begins the first episode of a policy that may see pictures.
   *
   * @param name task and preset
   * @param world of one environment; closed with this show
   * @param policy acts in it
   * @param images what the robot's camera sees, if the policy does; stays open
   * @param painter draws it; closed with this show
   * @param seed of all random numbers
   */
  public WorldShow(
      String name,
      LaneWorld world,
      FlightPolicy policy,
      Optional<ImageObservations> images,
      Painter painter,
      long seed) {
    this.name = name + ", " + policy.name();
    this.world = world;
    this.policy = policy;
    this.images = images;
    this.painter = painter;
    this.sight = images.map(seen -> new ImageRows(world, seen, policy.group()));
    int size =
        sight
            .map(ImageRows::size)
            .orElseGet(() -> world.description().group(policy.group()).size());
    this.observations = new float[size];
    this.actions = new float[world.description().actions().size()];
    world.reset(seed);
    policy.start(1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double period() {
    return world.description().controlPeriod();
  }

  @Override
  public void reset() {
    world.resetAll();
    images.ifPresent(ImageObservations::forget);
    policy.start(1);
    progress = new Progress(0, 0, "");
  }

  @Override
  public void step() {
    if (progress.ended()) {
      reset();
      return;
    }
    sight.ifPresentOrElse(
        rows -> rows.look(observations), () -> world.observe(policy.group(), observations));
    policy.act(observations, actions);
    world.step(actions);
    WorldFaultException.check(world);
    float[] reward = new float[1];
    world.rewards(reward);
    progress = new Progress(progress.steps() + 1, progress.reward() + reward[0], end());
  }

  private String end() {
    boolean[] flag = new boolean[1];
    world.completed(flag);
    if (flag[0]) {
      return "done";
    }
    world.terminated(flag);
    if (flag[0]) {
      return "failed";
    }
    world.truncated(flag);
    return flag[0] ? "out of time" : "";
  }

  @Override
  public Picture picture() {
    return painter.of(world);
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void close() {
    painter.close();
    world.close();
  }
}
