package eyas.sim.task;

import eyas.sim.device.BufferScope;
import eyas.sim.device.DeviceBuffer;

/** The device memory of a world, [row][environment], environments padded to whole work-items. */
public final class WorldBuffers {
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer actions;
  private final DeviceBuffer counters;
  private final DeviceBuffer reward;
  private final DeviceBuffer ended;
  private final DeviceBuffer terms;
  private final DeviceBuffer fault;
  private final float[] stagedActions;

  WorldBuffers(BufferScope scope, TaskDescription task, int padded) {
    state = scope.allocate("state", (long) task.stateRows() * padded);
    parameters = scope.allocate("parameters", (long) task.parameterRows() * padded);
    actions = scope.allocate("actions", (long) task.actions().size() * padded);
    counters = scope.allocate("counters", 2L * padded);
    reward = scope.allocate("reward", padded);
    ended = scope.allocate("ended", padded);
    terms = scope.allocate("reward terms", (long) task.rewardTerms().size() * padded);
    fault = scope.allocate("fault", WorldFault.words(task));
    stagedActions = new float[task.actions().size() * padded];
  }

  /** Returns the state rows. */
  public DeviceBuffer state() {
    return state;
  }

  /** Returns the parameter rows. */
  public DeviceBuffer parameters() {
    return parameters;
  }

  /** Returns the actions of the next step. */
  public DeviceBuffer actions() {
    return actions;
  }

  /** Returns the age [steps], then the episode count of each environment. */
  public DeviceBuffer counters() {
    return counters;
  }

  /** Returns the rewards of the last step. */
  public DeviceBuffer reward() {
    return reward;
  }

  /** Returns how the last step ended each episode: 0 not, 1 failed, 2 out of time, 3 completed. */
  public DeviceBuffer ended() {
    return ended;
  }

  /** Returns the parts of the last rewards. */
  public DeviceBuffer terms() {
    return terms;
  }

  /** Returns the record of the first number that was not finite. */
  public DeviceBuffer fault() {
    return fault;
  }

  float[] stagedActions() {
    return stagedActions;
  }
}
