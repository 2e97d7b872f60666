package eyas.cli.quadrotor;

import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import eyas.cli.run.RunException;
import eyas.sim.task.WorldSnapshot;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A dump of a quadrotor as {@link eyas.cli.run.FaultFile} wrote it; numbers are texts.
 *
 * @param task task name
 * @param seed seed of the world
 * @param environment environment index
 * @param episode number of its episode
 * @param step step in its episode
 * @param row state row of the number that was not finite
 * @param field what lies in that row
 * @param before state rows before the step
 * @param parameters parameter rows
 * @param action action of the step
 * @param after state rows after the step
 * @param settings what the task is created from
 */
record FaultDump(
    String task,
    long seed,
    int environment,
    int episode,
    int step,
    int row,
    String field,
    List<String> before,
    List<String> parameters,
    List<String> action,
    List<String> after,
    QuadrotorModel.Settings settings) {
  /** Copies the lists. */
  FaultDump {
    before = List.copyOf(before);
    parameters = List.copyOf(parameters);
    action = List.copyOf(action);
    after = List.copyOf(after);
  }

  /** Reads a dump; refuses one whose arrays do not fit its settings. */
  static FaultDump read(Path file) {
    try {
      FaultDump dump =
          ConfigReader.json(Files.readString(file), file.toString()).bind(FaultDump.class);
      int rows = new QuadrotorModel(dump.settings).layout().stateRows();
      require(file, "before", dump.before, rows);
      require(file, "parameters", dump.parameters, QuadrotorLayout.PARAMETER_ROWS);
      require(file, "action", dump.action, 4);
      require(file, "after", dump.after, rows);
      return dump;
    } catch (IOException failure) {
      throw new RunException(
          "The dump " + file + " cannot be read: " + failure.getMessage() + ".", failure);
    } catch (NumberFormatException failure) {
      throw new ConfigException(
          "The dump "
              + file
              + " holds a text that is no number: "
              + failure.getMessage()
              + ". Give the file as the error message wrote it.");
    }
  }

  private static void require(Path file, String key, List<String> texts, int needed) {
    if (numbers(texts).length != needed) {
      throw new ConfigException(
          "%s: `%s` has %d numbers; its settings need %d. Give the file as it was written."
              .formatted(file, key, texts.size(), needed));
    }
  }

  /** Returns the world of one environment before the step. */
  WorldSnapshot snapshot() {
    return new WorldSnapshot(
        seed, numbers(before), numbers(parameters), new int[] {step - 1, episode});
  }

  static float[] numbers(List<String> texts) {
    float[] numbers = new float[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(texts.get(i));
    }
    return numbers;
  }
}
