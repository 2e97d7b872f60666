package eyas.sim.task;

import eyas.sim.device.BufferScope;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.engine.Engine;

/** Steps a world with an engine on the host: reads the buffers, advances, writes them back. */
final class HostPhysics implements AutoCloseable {
  private final Engine engine;
  private final WorldBuffers buffers;
  private final DeviceBuffer previous;
  private final Kernel after;
  private final float[] state;
  private final float[] parameters;
  private boolean pushed;

  HostPhysics(
      Engine engine,
      BufferScope scope,
      KernelProgram program,
      WorldBuffers buffers,
      TaskDescription task,
      int padded) {
    this.engine = engine;
    this.buffers = buffers;
    this.previous = scope.allocate("state before", (long) task.stateRows() * padded);
    this.state = new float[task.stateRows() * padded];
    this.parameters = new float[task.parameterRows() * padded];
    this.after = program.kernel("world_after");
    after.buffers(
        previous,
        buffers.state(),
        buffers.parameters(),
        buffers.actions(),
        buffers.counters(),
        buffers.reward(),
        buffers.ended(),
        buffers.terms(),
        buffers.fault());
  }

  /** Tells that state or parameters were changed from outside: the next step pushes them. */
  void changed() {
    pushed = false;
  }

  /** Refuses an engine of another size, before anything is allocated for it. */
  static void check(Engine engine, int padded) {
    if (engine.environments() != padded) {
      throw new TaskException(
          "Engine "
              + engine.name()
              + " has "
              + engine.environments()
              + " environments; this world needs "
              + padded
              + ".");
    }
  }

  void step(long seed, int groups) {
    buffers.state().read(0, state);
    previous.write(0, state);
    if (pushed) {
      engine.disturb(state);
    } else {
      buffers.parameters().read(0, parameters);
      engine.reset(state, parameters);
      pushed = true;
    }
    engine.step(buffers.stagedActions());
    engine.state(state);
    buffers.state().write(0, state);
    after.set(9, (int) seed).set(10, (int) (seed >>> 32)).set(11, 0).run(groups, 1);
  }

  @Override
  public void close() {
    engine.close();
  }
}
