package eyas.sim.engine.bullet;

import eyas.sim.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Daemon threads, each with its own fixed, contiguous range of environments: JBullet keeps pools of
 * objects for each thread, so what a thread made it has to use.
 */
public final class Workers implements AutoCloseable {
  /** Work on a range of environments. */
  public interface Range {
    /**
     * Does the work.
     *
     * @param from first environment
     * @param to first environment that is not of the range
     */
    void run(int from, int to);
  }

  private final int environments;
  private final List<ExecutorService> threads = new ArrayList<>();

  /**
   * Starts the threads.
   *
   * @param environments number of environments
   * @param most number of threads, unless there are fewer environments
   */
  public Workers(int environments, int most) {
    this.environments = environments;
    int parts = Math.max(1, Math.min(most, environments));
    for (int part = 0; part < parts; part++) {
      threads.add(Executors.newSingleThreadExecutor(Workers::daemon));
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "bullet-engine");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs {@code work} on every range and waits until all are done. */
  public void each(Range work) {
    int parts = threads.size();
    List<Future<?>> parted = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) environments * part / parts);
      int to = (int) ((long) environments * (part + 1) / parts);
      parted.add(threads.get(part).submit(() -> work.run(from, to)));
    }
    try {
      for (Future<?> done : parted) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Engine 'bullet' was interrupted in the middle of a step.", e);
    } catch (ExecutionException e) {
      throw new EngineException(
          "Engine 'bullet' failed in a worker thread: " + e.getCause() + ".", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
  }
}
