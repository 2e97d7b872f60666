package eyas.sim.engine.truth;

import static eyas.sim.engine.truth.Scenes.box;
import static eyas.sim.engine.truth.Scenes.ground;
import static eyas.sim.engine.truth.Scenes.rover;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.scene.Actuator;
import eyas.assets.scene.Scene;
import eyas.assets.spatial.Pose;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The planar base on two wheels. */
public interface DriveTruths extends Truth {
  /** Relative error of speeds and ways. */
  default double driveTolerance() {
    return 1e-4;
  }

  /** Relative error of the speed of a pushed box. */
  default double pushTolerance() {
    return 6e-4;
  }

  private static Scene alone() {
    return Scenes.of(
        List.of(rover(2, new Actuator.DifferentialDrive(4, 20, 1))), List.of(), ground(0.5));
  }

  /** Traction accelerates the base until it has its speed. */
  @Test
  default void baseReachesItsSpeed() {
    try (SceneRun run = run(alone())) {
      run.command(0, 0.5).run(0.2);
      assertThat(run.speed(0)).as("4 N on 2 kg").isCloseTo(0.4, within(0.4 * driveTolerance()));
      run.run(1);
      assertThat(run.speed(0)).isCloseTo(0.5, within(1e-4));
      assertThat(run.joint(1)).isCloseTo(0, within(1e-4));
    }
  }

  /** A base with a speed and a yaw rate drives a circle. */
  @Test
  default void baseDrivesACircle() {
    try (SceneRun run = run(alone())) {
      run.set(0, run.layout().velocityRow(0), 0.4, 0, 0.8);
      run.command(0, 0.4).command(1, 0.8).run(2);
      double turned = 1.6;
      assertThat(run.joint(2)).isCloseTo(turned, within(turned * driveTolerance()));
      double radius = 0.5;
      assertThat(run.joint(0)).isCloseTo(radius * Math.sin(turned), within(5e-4));
      assertThat(run.joint(1)).isCloseTo(radius * (1 - Math.cos(turned)), within(5e-4));
    }
  }

  /** The torque of the wheels turns the base: w = T t / I, up to the rate asked for. */
  @Test
  default void torqueLimitsTheYawRate() {
    double moment = 2.0 / 3 * (0.1 * 0.1 + 0.1 * 0.1);
    Scene scene =
        Scenes.of(
            List.of(rover(2, new Actuator.DifferentialDrive(4, 20, 0.02))), List.of(), ground(0.5));
    try (SceneRun run = run(scene)) {
      run.command(1, 3).run(0.5);
      double rate = 0.02 * 0.5 / moment;
      assertThat(run.speed(2)).isCloseTo(rate, within(rate * driveTolerance()));
    }
  }

  /** Base and box together: a = (traction - mu m g) / (M + m). */
  @Test
  default void pushesWithItsTraction() {
    try (SceneRun run = run(pushing(0.5, 0.3))) {
      run.command(0, 2).run(0.5);
      double speed = (4 - 0.3 * 0.5 * GRAVITY) / 2.5 * 0.5;
      int body = run.layout().bodyRow(0);
      assertThat(run.get(0, body + SceneLayout.VELOCITY))
          .isCloseTo(speed, within(speed * pushTolerance()));
      assertThat(run.speed(0)).isCloseTo(speed, within(speed * pushTolerance()));
    }
  }

  /** A box whose friction is more than the traction stays, and so does the base. */
  @Test
  default void cannotPushMoreThanItsTraction() {
    try (SceneRun run = run(pushing(1, 0.5))) {
      run.command(0, 2).run(2);
      assertThat(run.position(0).x()).isCloseTo(0.21, within(2e-3));
      assertThat(run.joint(0)).isCloseTo(0, within(2e-3));
    }
  }

  // a box just in front
  private static Scene pushing(double mass, double friction) {
    return Scenes.of(
        List.of(rover(2, new Actuator.DifferentialDrive(4, 20, 1))),
        List.of(box("box", mass, 0.11, 0.11, 0.05, friction, Pose.at(0.21, 0, 0.05))),
        ground(friction));
  }
}
