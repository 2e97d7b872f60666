package eyas.sim.engine.opencl.scene;

import eyas.sim.device.Lanes;

/** In the lanes of the device. */
class NativeLanesTruthTest extends OpenClSceneTruths {
  @Override
  Lanes lanes() {
    return device.info().nativeLanes();
  }
}
