package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.JointType;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneRobot;
import eyas.sim.device.KernelSource;
import java.util.HashSet;
import java.util.Set;

/**
 * How a time step is divided and how soft contacts are.
 *
 * @param substeps substeps a time step
 * @param step length of a substep [s]
 * @param find time steps between two searches for contacts; in between, gaps follow the motion
 */
record Stepping(int substeps, double step, int find) {
  // longest substep, and longest time between searches where time steps are shorter [s]
  private static final double LONGEST = 0.0045;
  // softness of contacts as by Catto, "Solver2D" (2024): a spring of this frequency [Hz] that is
  // damped so many times
  private static final double FREQUENCY = 30;
  private static final double DAMPING = 10;
  // fastest push out of a penetration [m/s]
  private static final double PUSH = 1;

  static Stepping of(Scene scene) {
    int substeps = (int) Math.max(1, Math.ceil(scene.timeStep() / LONGEST - 1e-9));
    int find = (int) Math.max(1, Math.floor(LONGEST / scene.timeStep() + 1e-9));
    return new Stepping(substeps, scene.timeStep() / substeps, Math.min(find, scene.steps()));
  }

  KernelSource define(KernelSource source, Scene scene) {
    double omega = 2 * Math.PI * Math.min(FREQUENCY, 0.25 / step);
    double first = 2 * DAMPING + step * omega;
    double second = step * omega * first;
    return source
        .define("SCENE_STEPS", scene.steps())
        .define("SUBSTEPS", substeps)
        .define("SUBSTEP", step)
        .define("FIND_STEPS", find)
        .define("GRAVITY_OF_SCENE", scene.gravity())
        // what comes at 1 m/s is seen before it touches; at half of that and more where contacts
        // are not looked for in every time step. A wider margin finds contacts that never touch.
        .define("MARGIN", Math.min(0.02, Math.max(0.002, scene.timeStep())))
        // the first substep of a period has no impulses of before as a guess
        .define("FIRST_ITERATIONS", 6)
        .define("ITERATIONS", 1)
        .define("RELAXATIONS", 1)
        .define("BIAS_ROUNDS", biasRounds(scene))
        // half of the drift goes with the speeds without bias
        .define("SOFT_RATE", 2 * omega / first)
        .define("SOFT_MASS", second / (1 + second))
        .define("SOFT_EASE", 1 / (1 + second))
        .define("SOFT_SPEED", PUSH);
  }

  // Three rounds make the kick nearly an implicit midpoint, which keeps the energy of trees that
  // nothing damps; where drives or friction damp every joint, one is enough.
  private static int biasRounds(Scene scene) {
    for (SceneRobot robot : scene.robots()) {
      Set<String> held = new HashSet<>();
      for (Actuator actuator : robot.actuators()) {
        if (actuator instanceof Actuator.Position drive && drive.damping() > 0) {
          held.add(drive.joint());
        }
      }
      boolean free =
          robot.base() == Base.FLOATING
              || robot.model().joints().stream()
                  .filter(joint -> joint.type() != JointType.FIXED)
                  .anyMatch(joint -> joint.damping() == 0 && !held.contains(joint.name()));
      if (free) {
        return 3;
      }
    }
    return 1;
  }
}
