package eyas.cli;

import eyas.assets.config.ConfigException;
import eyas.assets.robot.IllegalRobotException;
import eyas.cli.run.GateException;
import eyas.cli.run.UsageException;
import eyas.sim.device.DeviceException;
import eyas.sim.task.TaskException;
import eyas.sim.view.WindowException;
import picocli.CommandLine.ParameterException;

/** The exit code of every kind of failure. */
final class ExitCodes {
  /** The command line was wrong. */
  static final int USAGE = 2;

  /** A configuration was wrong. */
  static final int CONFIG = 3;

  /** A device or a display was missing or refused a call. */
  static final int DEVICE = 4;

  /** A policy failed its transfer gate. */
  static final int GATE = 5;

  /** Anything else. */
  static final int OTHER = 1;

  private ExitCodes() {}

  /** Returns the exit code of a failure. */
  static int of(Throwable failure) {
    if (failure instanceof UsageException || failure instanceof ParameterException) {
      return USAGE;
    }
    if (failure instanceof ConfigException
        || failure instanceof IllegalRobotException
        || failure instanceof TaskException) {
      return CONFIG;
    }
    if (failure instanceof DeviceException || failure instanceof WindowException) {
      return DEVICE;
    }
    return failure instanceof GateException ? GATE : OTHER;
  }
}
