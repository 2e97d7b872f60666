package eyas.cli.quadrotor;

import eyas.assets.config.ConfigException;
import eyas.assets.config.Suggestions;
import eyas.assets.robot.IllegalRobotException;
import eyas.cli.quadrotor.QuadrotorRunConfig.Training;
import eyas.policies.analytic.AnalyticException;
import eyas.sim.random.Philox;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.TaskException;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Optional;

/** Finds out, before a run has a folder, what its stages would only find out hours later. */
final class RunCheck {
  private static final String STUDENT = "student-raptor";

  private RunCheck() {}

  /** Refuses a configuration that a stage could not work with, and a device that is missing. */
  static void check(QuadrotorRunConfig config, String device) {
    config
        .policies()
        .forEach((name, training) -> named("policies." + name, () -> training(config, training)));
    Training student = config.policies().get(STUDENT);
    named("distill-set", () -> sampled(config, distilled(config, student)));
    requireSensed(student);
    requireSameWidth(config.distill().width(), student.width());
    config.gate().policies().forEach(name -> requireTrained(config, name));
    QuadrotorLab.open(device).close();
  }

  private static void training(QuadrotorRunConfig config, Training training) {
    QuadrotorModel model = training.model(Optional.empty());
    training.network(model);
    training
        .ppo()
        .ifPresent(
            ppo ->
                ppo.model(training.preset(), training.set())
                    .description()
                    .group(ppo.criticGroup()));
    sampled(config, model);
  }

  private static QuadrotorModel distilled(QuadrotorRunConfig config, Training student) {
    return new QuadrotorTask().model(student.preset(), config.distillSet());
  }

  // one quadrotor shows what the ranges of the sampler cannot
  private static void sampled(QuadrotorRunConfig config, QuadrotorModel model) {
    float[] parameters = new float[model.description().parameterRows()];
    model.sampleParameters(new Philox(config.seed(), 0, 0, 0, 0), parameters);
  }

  private static void requireSensed(Training student) {
    QuadrotorModel model = student.model(Optional.empty());
    if (!(model.description().group(student.group()) instanceof ObservationGroup.Sensed)) {
      throw new ConfigException(
          "`policies."
              + STUDENT
              + ".group` is `"
              + student.group()
              + "`, which no robot can sense. Give a group that sensors fill, such as `onboard`.");
    }
  }

  private static void requireSameWidth(int distilled, int student) {
    if (distilled != student) {
      throw new ConfigException(
          "`distill.width` is "
              + distilled
              + ", but `policies."
              + STUDENT
              + ".width` is "
              + student
              + ". The one goes on from the other: give both the same width.");
    }
  }

  private static void requireTrained(QuadrotorRunConfig config, String name) {
    if (!config.policies().containsKey(name)) {
      throw new ConfigException(
          "`gate.policies` names `"
              + name
              + "`, which the run does not train. "
              + Suggestions.sentence(name, config.policies().keySet()));
    }
  }

  private static void named(String key, Runnable check) {
    try {
      check.run();
    } catch (ConfigException | AnalyticException | TaskException | IllegalRobotException refused) {
      throw new ConfigException("`" + key + "` is refused: " + refused.getMessage(), refused);
    }
  }
}
