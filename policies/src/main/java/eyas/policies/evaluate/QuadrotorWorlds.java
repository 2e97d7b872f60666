package eyas.policies.evaluate;

import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.LanePolicy;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.World;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The worlds of an evaluation, made when they are first asked for: motor and rate policies fly in
 * worlds that differ in nothing but the meaning of actions. Closes them all.
 */
public final class QuadrotorWorlds implements AutoCloseable {
  /** What a robot passes on at most, and no end by speed. */
  private static final List<String> FIGURE_EIGHT =
      List.of(
          "observation.position-clip=0.5",
          "observation.velocity-clip=1",
          "end.speed=1000",
          "end.body-rates=1000");

  private final ComputeDevice device;
  private final Lanes lanes;
  private final String preset;
  private final List<String> overrides;
  private final int environments;
  private final Map<String, World> worlds = new HashMap<>();
  private final Map<String, KernelFlights.Programs> programs = new HashMap<>();

  /** Makes an engine for worlds with physics on the host. */
  @FunctionalInterface
  public interface EngineSource {
    /** Returns a new engine of as many environments as the padded batch has. */
    Engine create(QuadrotorLayout layout, int environments);
  }

  /**
   * Prepares worlds.
   *
   * @param device device, stays open
   * @param preset preset of the quadrotor task
   * @param overrides {@code a.b=c} entries laid over the preset
   * @param environments one for each quadrotor
   */
  public QuadrotorWorlds(
      ComputeDevice device, Lanes lanes, String preset, List<String> overrides, int environments) {
    this.device = device;
    this.lanes = lanes;
    this.preset = preset;
    this.overrides = List.copyOf(overrides);
    this.environments = environments;
  }

  /** Returns the preset with an action, {@code motors} or {@code rates}. */
  public QuadrotorModel model(String action) {
    return new QuadrotorModel(new QuadrotorTask().config(preset, with(List.of(), action)));
  }

  /** Returns a policy with the worlds of its action, and kernels if it has a fused twin. */
  public Pilot pilot(FlightPolicy policy, String action) {
    return new Pilot(
        policy,
        position(action),
        figureEight(action),
        policy.fused().map(fused -> programs(fused.form(), policy.group(), action)));
  }

  /** Returns a policy with the worlds of its action, to be flown step by step in plain Java. */
  public Pilot stepByStep(FlightPolicy policy, String action) {
    return new Pilot(policy, position(action), figureEight(action), Optional.empty());
  }

  private KernelFlights.Programs programs(LanePolicy form, String group, String action) {
    return programs.computeIfAbsent(
        action + " " + group + " " + form,
        key ->
            new KernelFlights.Programs(
                program(model(action), group, form),
                program(figureEightModel(action), group, form)));
  }

  private FlightProgram program(QuadrotorModel model, String group, LanePolicy form) {
    return new FlightProgram(device, lanes, model, group, form, environments);
  }

  /** Returns the world whose target rests. */
  public World position(String action) {
    return worlds.computeIfAbsent(
        "position " + action, key -> new LaneWorld(device, model(action), environments, lanes));
  }

  /** Returns the world whose target flies figure-eights. */
  public World figureEight(String action) {
    return worlds.computeIfAbsent(
        "figure-eight " + action,
        key -> new LaneWorld(device, figureEightModel(action), environments, lanes));
  }

  /** Returns the model of the world whose target flies figure-eights. */
  public QuadrotorModel figureEightModel(String action) {
    return new QuadrotorModel(new QuadrotorTask().config(preset, with(FIGURE_EIGHT, action)), true);
  }

  /** Returns the world of the resting target with the physics of an engine on the host. */
  public World hosted(String action, EngineSource source) {
    QuadrotorModel model = model(action);
    Engine engine = source.create(model.layout(), lanes.padded(environments));
    World world = new LaneWorld(device, model, environments, lanes, Optional.of(engine));
    worlds.put("hosted " + worlds.size(), world);
    return world;
  }

  private List<String> with(List<String> more, String action) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(more);
    all.add("action=" + action);
    return all;
  }

  @Override
  public void close() {
    programs.values().forEach(KernelFlights.Programs::close);
    programs.clear();
    worlds.values().forEach(World::close);
    worlds.clear();
  }
}
