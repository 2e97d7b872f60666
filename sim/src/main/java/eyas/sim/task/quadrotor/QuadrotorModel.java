package eyas.sim.task.quadrotor;

import eyas.assets.config.ConfigWriter;
import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.device.KernelSource;
import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.TaskModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quadrotor task under one preset. Immutable. */
public final class QuadrotorModel implements TaskModel {
  /** Time between actions [s]. */
  public static final double PERIOD = 0.01;

  // correlation time of gusts [s]
  private static final double GUST_TIME = 0.5;

  private final QuadrotorConfig config;
  private final QuadrotorLayout layout;
  private final QuadrotorDistribution distribution;
  private final TaskDescription description;

  /** Creates the task from its settings. */
  public QuadrotorModel(Settings settings) {
    this(settings.config(), settings.reference());
  }

  /** Creates the task from a preset. */
  public QuadrotorModel(QuadrotorConfig config) {
    this(config, false);
  }

  /**
   * Creates the task from a preset.
   *
   * @param reference whether the target can move
   */
  public QuadrotorModel(QuadrotorConfig config, boolean reference) {
    this.config = config;
    this.layout =
        new QuadrotorLayout(
            config.action().equals("rates"),
            config.sampler().delayed(),
            config.sampler().dragged(),
            config.sampler().disturbed(),
            config.observation().noisy(),
            reference);
    this.distribution = new QuadrotorDistribution(config, true);
    this.description = describe();
  }

  private TaskDescription describe() {
    return new TaskDescription(
        "quadrotor",
        "quadrotor",
        PERIOD,
        (int) Math.round(config.episodeSeconds() / PERIOD),
        layout.rates()
            ? List.of("thrust", "roll-rate", "pitch-rate", "yaw-rate")
            : List.of("front-right", "back-right", "back-left", "front-left"),
        List.of(
            new ObservationGroup.Sensed("onboard", onboard()),
            new ObservationGroup.Privileged("privileged", privileged()),
            new ObservationGroup.Privileged("critic", privileged())),
        List.of("alive", "position", "heading", "command"),
        layout.stateRows(),
        QuadrotorLayout.PARAMETER_ROWS,
        true);
  }

  private static List<ObservationTerm> onboard() {
    return List.of(
        new ObservationTerm("position", 3, "m", "world"),
        new ObservationTerm("rotation", 9, "1", "body to world"),
        new ObservationTerm("linear-velocity", 3, "m/s", "world"),
        new ObservationTerm("body-rates", 3, "rad/s", "body"),
        new ObservationTerm("previous-action", 4, "1", "none"));
  }

  private static List<ObservationTerm> privileged() {
    List<ObservationTerm> terms = new ArrayList<>(onboard());
    terms.add(new ObservationTerm("rotor-speeds", 4, "1", "none"));
    terms.add(new ObservationTerm("quadrotor", 6, "1", "none"));
    terms.add(new ObservationTerm("disturbance", 3, "m/s²", "world"));
    terms.add(new ObservationTerm("one", 1, "1", "none"));
    return terms;
  }

  /** Returns the preset. */
  public QuadrotorConfig config() {
    return config;
  }

  /** Returns where each quantity lies. */
  public QuadrotorLayout layout() {
    return layout;
  }

  @Override
  public TaskDescription description() {
    return description;
  }

  /**
   * What a quadrotor task is created from.
   *
   * @param config the preset with its overrides
   * @param reference whether the target can move
   */
  public record Settings(QuadrotorConfig config, boolean reference) {}

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("config", ConfigWriter.plain(config));
    settings.put("reference", layout.reference());
    return settings;
  }

  @Override
  public String stateRow(int row) {
    return QuadrotorRowNames.state(layout, row);
  }

  @Override
  public KernelSource addTo(KernelSource source) {
    KernelSource defined =
        QuadrotorDefines.addTo(source, config)
            .define("GUST_TIME", GUST_TIME)
            .define("GUST_SPREAD", Math.sqrt(2 * PERIOD / GUST_TIME));
    return physics(defined, layout).file(QuadrotorModel.class, "quadrotor.cl");
  }

  /**
   * Returns {@code source} with one control period of physics and its adjoint added: {@code
   * task_advance} and {@code task_advance_adjoint}.
   */
  public static KernelSource physics(KernelSource source, QuadrotorLayout layout) {
    return source
        .define(layout.defines())
        .file(QuadrotorModel.class, "rotor.cl")
        .file(QuadrotorModel.class, "period.cl");
  }

  @Override
  public void sampleParameters(Philox random, float[] out) {
    QuadrotorParameters quadrotor = distribution.sample("sampled", random);
    double near = config.start().metres();
    boolean atHome = random.nextDouble() < config.start().nearShare();
    fill(quadrotor, atHome ? near : quadrotor.initPosition(), random, out);
  }

  /**
   * Writes a given quadrotor in surroundings drawn from the preset.
   *
   * @param initPosition starts lie within this distance per axis [m]
   */
  public void fill(QuadrotorParameters quadrotor, double initPosition, Philox random, float[] out) {
    QuadrotorConfig.Sampler s = config.sampler();
    double torque = Math.sqrt(2) * quadrotor.arm() * quadrotor.maxThrustPerRotor();
    double deviation = s.torqueDisturbance() * torque;
    QuadrotorRows.fill(
        quadrotor,
        new QuadrotorRows.Surroundings(
            initPosition,
            random.uniform(s.delay().get(0), s.delay().get(1)) / PERIOD,
            deviation,
            s.gust() * quadrotor.forceDeviation(),
            s.gust() * deviation,
            0,
            10),
        out);
  }
}
