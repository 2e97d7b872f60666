package eyas.sim.engine.reference;

import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineContract;
import eyas.sim.task.quadrotor.QuadrotorLayout;

class ReferenceEngineTest extends EngineContract {
  @Override
  protected Engine open(QuadrotorLayout layout, int environments) {
    return new ReferenceEngine(layout, environments);
  }
}
