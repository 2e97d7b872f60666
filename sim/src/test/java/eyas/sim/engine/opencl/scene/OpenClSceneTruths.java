package eyas.sim.engine.opencl.scene;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.engine.scene.CommandMap;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.engine.truth.ContactTruths;
import eyas.sim.engine.truth.ContractTruths;
import eyas.sim.engine.truth.DriveTruths;
import eyas.sim.engine.truth.FreeBodyTruths;
import eyas.sim.engine.truth.JointTruths;

/** The truths in the engine that policies train in. */
abstract class OpenClSceneTruths extends DeviceTest
    implements FreeBodyTruths, ContactTruths, JointTruths, DriveTruths, ContractTruths {
  /** Returns the lane width under test. */
  abstract Lanes lanes();

  @Override
  public Engine open(SceneLayout layout, CommandMap map, int environments) {
    return new OpenClSceneEngine(device, layout, map, environments, lanes());
  }
}
