package eyas.sim.engine.agreement;

import eyas.sim.device.ComputeDevice;
import eyas.sim.engine.Engine;
import eyas.sim.engine.bullet.scene.BulletSceneEngine;
import eyas.sim.engine.opencl.scene.OpenClSceneEngine;
import eyas.sim.engine.scene.AffineCommands;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;

/** The same random pushes in the OpenCL engine and in JBullet. */
public final class PushAgreement {
  private static final double SECONDS = 2;

  private final SceneLayout layout = new SceneLayout(PushScene.scene());
  private final AffineCommands map = AffineCommands.unit(layout.commands());
  private final PushTrials trials;

  /** Draws the pushes. */
  public PushAgreement(int pushes, long seed) {
    trials = new PushTrials(layout, pushes, seed);
  }

  /** Pushes for 2 s in both engines. */
  public PushDifferences run(ComputeDevice device) {
    float[] first;
    float[] second;
    try (Engine engine =
        new OpenClSceneEngine(device, layout, map, trials.count(), device.nativeLanes())) {
      first = push(engine);
    }
    try (Engine engine = new BulletSceneEngine(layout, map, trials.count())) {
      second = push(engine);
    }
    return compare(first, second);
  }

  private float[] push(Engine engine) {
    engine.reset(trials.state(), trials.parameters());
    long periods = Math.round(SECONDS / layout.scene().controlPeriod());
    for (long k = 0; k < periods; k++) {
      engine.step(trials.commands());
    }
    float[] end = trials.state();
    engine.state(end);
    return end;
  }

  private PushDifferences compare(float[] first, float[] second) {
    float[] start = trials.state();
    List<PushDifferences.Trial> compared = new ArrayList<>();
    for (int e = 0; e < trials.count(); e++) {
      double[] from = trials.box(start, e);
      double[] a = trials.box(first, e);
      double[] b = trials.box(second, e);
      compared.add(
          new PushDifferences.Trial(
              Math.hypot(a[0] - b[0], a[1] - b[1]),
              angle(a[2] - b[2]),
              Math.hypot(b[0] - from[0], b[1] - from[1]),
              angle(b[2] - from[2])));
    }
    return new PushDifferences(compared);
  }

  private static double angle(double difference) {
    return Math.abs(Math.IEEEremainder(difference, 2 * Math.PI));
  }
}
