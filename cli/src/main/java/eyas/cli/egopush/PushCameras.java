package eyas.cli.egopush;

import eyas.assets.policy.CameraContract;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.RunException;
import eyas.sim.sensor.DepthNoise;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.PoseNoise;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.egopush.EgoPushCamera;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The robot's camera in bundles. */
final class PushCameras {
  private static final String FRAME = "floor below the axle";
  private static final double SAME = 1e-9;

  private PushCameras() {}

  /** Returns what a student sees: the pictures, and behind them a group that the robot senses. */
  static ObservationContract contract(
      EgoPushCamera camera, EgoPushConfig.View view, ObservationGroup group) {
    List<ObservationTerm> terms = new ArrayList<>();
    int pixels = camera.width() * camera.height();
    EgoPushImages.LAYERS.forEach(
        name -> terms.add(ObservationTerm.of(name, pixels, "m", "camera")));
    group
        .terms()
        .forEach(t -> terms.add(ObservationTerm.of(t.name(), t.size(), t.unit(), t.frame())));
    return new ObservationContract(terms, Optional.of(described(camera, view)));
  }

  private static CameraContract described(EgoPushCamera camera, EgoPushConfig.View view) {
    Lens lens = camera.lens(view);
    DepthNoise depth = camera.noise();
    PoseNoise pose = camera.poseNoise();
    return new CameraContract(
        EgoPushImages.LAYERS,
        lens.width(),
        lens.height(),
        lens.focalLength(),
        lens.near(),
        lens.far(),
        FRAME,
        EgoPushCamera.pose(view),
        new CameraContract.Noise(
            depth.constant(),
            depth.quadratic(),
            depth.dropOut(),
            depth.edgeDropOut(),
            pose.position(),
            pose.angle(),
            camera.latency()));
  }

  /** Returns the camera of a bundle, which must be mounted and see as the preset says. */
  static Optional<EgoPushCamera> of(PolicyBundle bundle, EgoPushConfig.View view) {
    Optional<CameraContract> given = bundle.contract().observation().camera();
    return given.map(
        contract -> {
          CameraContract.Noise noise = contract.noise();
          EgoPushCamera camera =
              new EgoPushCamera(
                  contract.width(),
                  contract.height(),
                  new DepthNoise(
                      noise.constant(), noise.quadratic(), noise.dropOut(), noise.edgeDropOut()),
                  new PoseNoise(noise.position(), noise.angle()),
                  noise.latency());
          require(bundle.contract().name(), contract, described(camera, view));
          return camera;
        });
  }

  private static void require(String policy, CameraContract given, CameraContract wanted) {
    boolean same =
        given.pictures().equals(wanted.pictures())
            && Math.abs(given.focalLength() - wanted.focalLength()) < SAME * wanted.focalLength()
            && given.near() == wanted.near()
            && given.far() == wanted.far()
            && given.pose().equals(wanted.pose());
    if (!same) {
      throw new RunException(
          ("Policy '%s' was trained for the camera %s, but this tier's robot carries %s. Give a"
                  + " policy for this camera, or change the preset's view.")
              .formatted(policy, given, wanted));
    }
  }
}
