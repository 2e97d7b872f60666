package eyas.cli.egopush;

import eyas.assets.policy.CameraContract;
import eyas.assets.policy.ObservationContract;
import eyas.sim.random.Philox;
import java.util.Collections;
import java.util.List;

/** Observations for the golden vectors of policies that see pictures: boxes on nothing. */
final class PushGolden {
  private static final int STEPS = 4;
  private static final int STREAM = 51;

  private PushGolden() {}

  /** Returns one sequence [step][observation] whose pictures show a slanted surface each. */
  static List<float[][]> pictures(ObservationContract contract, long seed) {
    CameraContract camera = contract.camera().orElseThrow();
    Philox random = Philox.host(seed, STREAM);
    float[][] steps = new float[STEPS][contract.size()];
    for (float[] step : steps) {
      int at = 0;
      for (int i = 0; i < camera.pictures().size(); i++) {
        surface(camera, random, step, at);
        at += camera.width() * camera.height();
      }
      for (; at < step.length; at++) {
        step[at] = (float) random.uniform(-1, 1);
      }
    }
    return Collections.singletonList(steps);
  }

  private static void surface(CameraContract camera, Philox random, float[] out, int offset) {
    int width = 1 + random.nextInt(camera.width());
    int height = 1 + random.nextInt(camera.height());
    int left = random.nextInt(camera.width() - width + 1);
    int top = random.nextInt(camera.height() - height + 1);
    double depth = random.uniform(camera.near(), camera.far());
    double slope = random.uniform(-0.01, 0.01);
    for (int row = top; row < top + height; row++) {
      for (int column = left; column < left + width; column++) {
        double here = depth * (1 + slope * (column - left));
        out[offset + row * camera.width() + column] = Math.round(1000 * here) / 1000f;
      }
    }
  }
}
