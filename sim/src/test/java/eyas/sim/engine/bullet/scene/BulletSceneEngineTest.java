package eyas.sim.engine.bullet.scene;

import eyas.sim.engine.Engine;
import eyas.sim.engine.scene.CommandMap;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.engine.truth.ContactTruths;
import eyas.sim.engine.truth.ContractTruths;
import eyas.sim.engine.truth.DriveTruths;
import eyas.sim.engine.truth.FreeBodyTruths;
import eyas.sim.engine.truth.JointTruths;
import eyas.sim.engine.truth.OwnershipTruths;

class BulletSceneEngineTest
    implements FreeBodyTruths,
        ContactTruths,
        JointTruths,
        DriveTruths,
        ContractTruths,
        OwnershipTruths {
  @Override
  public Engine open(SceneLayout layout, CommandMap map, int environments) {
    return new BulletSceneEngine(layout, map, environments);
  }

  /** Semi-implicit Euler: a fall of t seconds is g t dt / 2 too long, 5 mm at 1 ms. */
  @Override
  public double fallTolerance() {
    return 6e-3;
  }

  /** JBullet's hinges see torques at the start of a step only: a swing near the top runs ahead. */
  @Override
  public double periodTolerance() {
    return 5e-3;
  }

  /** A disc at 200 rad/s turns by 0.2 rad in a step of 1 ms: the hinges' torques lag. */
  @Override
  public double nutationTolerance() {
    return 0.04;
  }

  /**
   * Rigid corners share the load in any way that carries it: which one, the solver's order says.
   */
  @Override
  public double turningSlideTolerance() {
    return 0.15;
  }
}
