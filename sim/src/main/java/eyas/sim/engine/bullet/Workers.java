package eyas.sim.engine.bullet;

import eyas.sim.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed pool of daemon threads over fixed, contiguous ranges of environments. */
final class Workers implements AutoCloseable {
  /** Work on environments {@code from} (inclusive) to {@code to} (exclusive). */
  interface Range {
    void run(int from, int to);
  }

  private final int environments;
  private final int parts;
  private final ExecutorService pool;

  Workers(int environments, int threads) {
    this.environments = environments;
    this.parts = Math.max(1, Math.min(threads, environments));
    this.pool = Executors.newFixedThreadPool(parts, Workers::daemon);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "bullet-engine");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs {@code work} on every range and waits until all are done. */
  void each(Range work) {
    List<Callable<Boolean>> tasks = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) environments * part / parts);
      int to = (int) ((long) environments * (part + 1) / parts);
      tasks.add(
          () -> {
            work.run(from, to);
            return true;
          });
    }
    try {
      for (Future<Boolean> done : pool.invokeAll(tasks)) {
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
    pool.shutdownNow();
  }
}
