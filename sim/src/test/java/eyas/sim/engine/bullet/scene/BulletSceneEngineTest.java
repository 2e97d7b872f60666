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
    return 5.1e-3;
  }

  /** Bodies held together by impulses: 8 degrees from the top the period is 0.6 % short. */
  @Override
  public double periodTolerance() {
    return 0.01;
  }

  /** The same impulses give a double pendulum or take from it 0.2 % of its energy in 5 s. */
  @Override
  public double energyTolerance() {
    return 3.5e-3;
  }

  /** And turn its second joint 0.0045 rad away from the reference in half a second. */
  @Override
  public double referenceTolerance() {
    return 9e-3;
  }

  /** A constant torque's way is g t dt / 2 too long, as in a fall. */
  @Override
  public double wheelTolerance() {
    return 4e-3;
  }

  /** The lag of the hinges changes the rate of precession as well. */
  @Override
  public double precessionTolerance() {
    return 1.4e-3;
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
  public double turningAngleTolerance() {
    return 0.12;
  }

  /** The same, for the way. */
  @Override
  public double turningWayTolerance() {
    return 0.045;
  }

  /** Friction acts on the speed after a step: a way of v² / 2 a is v dt / 2 short. */
  @Override
  public double slideTolerance() {
    return 8e-3;
  }

  /** Contacts are rigid: nothing creeps. */
  @Override
  public double creepTolerance() {
    return 1e-6;
  }

  /** Contacts are rigid; the solver lets them overlap by 0.1 mm so that they last. */
  @Override
  public double depthTolerance() {
    return 2e-4;
  }

  /** A rigid contact rolls without slip. */
  @Override
  public double rollTolerance() {
    return 1e-4;
  }

  /** Steps of 1 ms arrive at their time. */
  @Override
  public double delayTolerance() {
    return 1e-4;
  }

  /** Five contacts, each as deep as one. */
  @Override
  public double stackDepthTolerance() {
    return 1e-3;
  }

  /** The solver's rounds share the load of a stack unevenly: it leans over a little. */
  @Override
  public double stackCreepTolerance() {
    return 1.2e-3;
  }

  /** The same, as an angle. */
  @Override
  public double stackTiltTolerance() {
    return 1.5e-3;
  }
}
