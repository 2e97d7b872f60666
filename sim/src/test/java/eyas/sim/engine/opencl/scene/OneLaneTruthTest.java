package eyas.sim.engine.opencl.scene;

import eyas.sim.device.Lanes;

/** As on a GPU. */
class OneLaneTruthTest extends OpenClSceneTruths {
  @Override
  Lanes lanes() {
    return Lanes.of(1);
  }
}
