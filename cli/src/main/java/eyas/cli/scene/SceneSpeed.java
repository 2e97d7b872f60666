package eyas.cli.scene;

import eyas.assets.scene.Scene;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.engine.opencl.scene.SceneBench;
import eyas.sim.engine.scene.CommandRanges;
import eyas.sim.engine.scene.SceneLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Control steps a second of a scene's physics, with commands drawn at random from all that its
 * actuators can follow.
 *
 * @param scene the scene
 * @param environments environments side by side
 * @param seconds how long each number is measured [s]
 * @param seed of starts and commands
 */
public record SceneSpeed(Scene scene, int environments, double seconds, long seed) {
  /** Repetitions of a measurement, of which the median counts. */
  public static final int REPETITIONS = 5;

  // largest commands of a TurtleBot3 Burger's drive: EgoPush, arXiv 2602.18071
  private static final double SPEED = 0.4;
  private static final double TURN = 2.84;

  /** Returns the figures: for native lanes and for one lane. */
  public Map<String, Object> measure(ComputeDevice device) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("device", device.info().name());
    values.put("scene", scene.name());
    values.put("timeStep", scene.timeStep());
    values.put("steps", scene.steps());
    values.put("environments", environments);
    values.put("lanes", device.nativeLanes().width());
    values.put("physicsStepsPerSecond", rate(device, device.nativeLanes()));
    values.put("scalarPhysicsStepsPerSecond", rate(device, Lanes.of(1)));
    return values;
  }

  private double rate(ComputeDevice device, Lanes lanes) {
    SceneLayout layout = new SceneLayout(scene);
    CommandRanges ranges = CommandRanges.of(layout, SPEED, TURN);
    return new SceneBench(layout, ranges, environments, lanes, seed)
        .run(device, REPETITIONS, seconds / REPETITIONS)
        .stepsPerSecond();
  }
}
