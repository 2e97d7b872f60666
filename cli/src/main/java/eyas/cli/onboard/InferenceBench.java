package eyas.cli.onboard;

import com.sun.management.ThreadMXBean;
import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onboard.source.CSources;
import eyas.bridge.onboard.source.ClippedPolicy;
import eyas.bridge.onboard.toolchain.HostReplay;
import eyas.cli.run.Console;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Time of one step of policies: in plain Java and, where a compiler is installed, in the exported
 * C. Both take the least of many rounds, and every step is fed by the one before.
 */
public final class InferenceBench {
  private static final int ROUNDS = 400;
  private static final int STEPS = 5000;

  private InferenceBench() {}

  /** Measures bundles one after another. */
  public static Map<String, Object> run(List<Path> bundles, Console console) {
    Map<String, Object> values = new LinkedHashMap<>();
    Optional<HostReplay> host = HostReplay.onThisMachine();
    values.put("compiler", host.map(HostReplay::words).orElse("none"));
    for (Path folder : bundles) {
      PolicyBundle bundle = PolicyBundle.load(folder);
      Map<String, Object> figures = measure(bundle, host);
      values.put(bundle.contract().name(), figures);
      console.say(bundle.contract().name() + ": " + figures);
    }
    return values;
  }

  private static Map<String, Object> measure(PolicyBundle bundle, Optional<HostReplay> host) {
    Java java = new Java(bundle);
    double time = java.leastTime();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("nanosecondsPerStep", time);
    figures.put("bytesPerStep", java.bytesPerStep());
    host.ifPresent(
        replay -> {
          double c = replay.nanosecondsPerStep(CSources.of(bundle));
          figures.put("nanosecondsPerStepOfC", c);
          figures.put("javaOverC", time / c);
        });
    return figures;
  }

  /** The loop in Java. */
  private static final class Java {
    private final ClippedPolicy policy;
    private final float[] observation;
    private final float[] action;
    private final float[] command;

    Java(PolicyBundle bundle) {
      policy = new ClippedPolicy(bundle);
      observation = new float[bundle.contract().observation().size()];
      action = new float[bundle.contract().action().size()];
      command = new float[action.length];
    }

    double leastTime() {
      double least = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long begin = System.nanoTime();
        steps();
        least = Math.min(least, (System.nanoTime() - begin) / (double) STEPS);
      }
      return least;
    }

    double bytesPerStep() {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int round = 0; round < ROUNDS / 10; round++) {
        steps();
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      // what the measurement itself allocates is far below one byte a step
      return Math.floor(bytes / (double) (ROUNDS / 10 * STEPS));
    }

    private void steps() {
      for (int step = 0; step < STEPS; step++) {
        policy.step(observation, action, command);
        observation[step % observation.length] = 0.5f * command[step % command.length];
      }
    }
  }
}
