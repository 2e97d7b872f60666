package eyas.cli.egopush;

import eyas.policies.evaluate.push.PushFlight;
import eyas.policies.evaluate.push.PushScores;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.engine.bullet.scene.BulletSceneEngine;
import eyas.sim.engine.scene.AffineCommands;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.egopush.EgoPushCamera;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushImages;
import eyas.sim.task.egopush.EgoPushModel;
import java.util.Optional;

/** A world in which policies push one after the other, from the same starts, in either engine. */
final class PushArena implements AutoCloseable {
  private final ComputeDevice device;
  private final EgoPushModel model;
  private final LaneWorld world;
  private final Lanes lanes;

  private PushArena(String selector, EgoPushModel model, int episodes, boolean bullet) {
    this.device = ComputeDevice.open(selector);
    this.model = model;
    this.lanes = device.nativeLanes();
    Optional<Engine> host =
        bullet ? Optional.of(engine(model, lanes.padded(episodes))) : Optional.empty();
    this.world = new LaneWorld(device, model, episodes, lanes, host);
  }

  /** Opens a world with the engine that policies learn in. */
  static PushArena training(String selector, EgoPushModel model, int episodes) {
    return new PushArena(selector, model, episodes, false);
  }

  /** Opens a world with JBullet. */
  static PushArena bullet(String selector, EgoPushModel model, int episodes) {
    return new PushArena(selector, model, episodes, true);
  }

  private static Engine engine(EgoPushModel model, int environments) {
    EgoPushConfig.Command command = model.config().command();
    float[] scale = {(float) command.speed(), (float) command.turn()};
    return new BulletSceneEngine(
        model.layout().scene(), new AffineCommands(new float[2], scale), environments);
  }

  /** Returns the world. */
  LaneWorld world() {
    return world;
  }

  /** Returns the device. */
  ComputeDevice device() {
    return device;
  }

  /** Opens the robots' cameras, which measure in multiples of a unit [m]. */
  EgoPushImages images(EgoPushCamera camera, double unit) {
    return new EgoPushImages(device, model, camera, world, lanes, unit);
  }

  /** Runs one episode in every environment. */
  PushScores run(PushPilot pilot, long seed) {
    PushFlight flight = new PushFlight(world, model.config());
    if (pilot.camera().isEmpty()) {
      return flight.run(pilot.policy(), seed);
    }
    try (EgoPushImages images = images(pilot.camera().get(), 1)) {
      return flight.run(pilot.policy(), images, seed);
    }
  }

  @Override
  public void close() {
    world.close();
    device.close();
  }
}
