package eyas.sim.engine.opencl.scene;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.scene.Base;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.engine.reference.TreeDynamics;
import eyas.sim.engine.reference.TreeMotion;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accelerations of the kernel put into the textbook's inverse dynamics give the forces back. */
class TreeKernelTest {
  private static final int ENVIRONMENTS = 16;

  @ParameterizedTest
  @CsvSource({"FIXED, 1", "FIXED, 7", "FIXED, 24", "FLOATING, 24", "PLANAR, 12"})
  void inverseDynamicsGivesTheForcesBack(Base base, int joints) {
    Random random = new Random(joints);
    SceneLayout layout = new SceneLayout(RandomScenes.scene(random, base, joints, 0));
    Mechanism mechanism = new Mechanism(layout);
    int degrees = mechanism.freedoms();
    float[] state = new float[layout.stateRows() * ENVIRONMENTS];
    float[] forces = new float[degrees * ENVIRONMENTS];
    for (int e = 0; e < ENVIRONMENTS; e++) {
      float[] one = RandomScenes.state(random, layout);
      for (int i = 0; i < one.length; i++) {
        state[i * ENVIRONMENTS + e] = one[i];
      }
      for (int d = 0; d < degrees; d++) {
        forces[d * ENVIRONMENTS + e] = (float) random.nextGaussian();
      }
    }
    float[] accelerations = accelerations(layout, state, forces, degrees);
    for (int e = 0; e < ENVIRONMENTS; e++) {
      check(mechanism, column(state, e), column(forces, e), column(accelerations, e), joints);
    }
  }

  private static void check(
      Mechanism mechanism, double[] state, double[] forces, double[] accelerations, int seed) {
    SceneLayout layout = mechanism.layout();
    TreeMotion motion = motion(layout, state);
    int base = motion.baseDegrees();
    double[] ordered = new double[motion.degrees()];
    double[] given = new double[motion.degrees()];
    for (Mechanism.Link link : mechanism.links()) {
      if (link.motion() == Mechanism.Motion.FLOATS) {
        copyRoot(motion, link.freedom(), accelerations, ordered);
        copyRoot(motion, link.freedom(), forces, given);
      } else {
        ordered[base + link.body()] = accelerations[link.freedom()];
        given[base + link.body()] = forces[link.freedom()];
      }
    }
    double gravity = layout.scene().gravity();
    double[] back = new TreeDynamics(layout.tree(0), gravity).inverse(motion, ordered);
    double wrong = 0;
    double size = 0;
    double[] bias = new TreeDynamics(layout.tree(0), gravity).bias(motion);
    for (int i = 0; i < back.length; i++) {
      wrong = Math.max(wrong, Math.abs(back[i] - given[i]));
      size = Math.max(size, Math.abs(given[i]) + Math.abs(bias[i]));
    }
    assertThat(wrong / size).as("seed %d", seed).isLessThan(1e-4);
  }

  // the kernel keeps the root's spin and torque in the world, the textbook in its own axes
  private static void copyRoot(TreeMotion motion, int from, double[] kernel, double[] textbook) {
    System.arraycopy(kernel, from, textbook, 0, 3);
    Vec3 turn = new Vec3(kernel[from + 3], kernel[from + 4], kernel[from + 5]);
    double[] own = motion.root().orientation().conjugate().rotate(turn).toArray();
    System.arraycopy(own, 0, textbook, 3, 3);
  }

  private static TreeMotion motion(SceneLayout layout, double[] state) {
    int joints = layout.tree(0).bodies().size();
    boolean floating = layout.scene().robots().get(0).base() == Base.FLOATING;
    int q = layout.positionRow(0);
    double[] positions = Arrays.copyOfRange(state, q, q + joints);
    double[] speeds = Arrays.copyOfRange(state, q + joints, q + 2 * joints);
    if (!floating) {
      return new TreeMotion(layout.scene().robots().get(0).pose(), positions, speeds);
    }
    double[] all = new double[6 + joints];
    System.arraycopy(state, SceneLayout.VELOCITY, all, 0, 6);
    System.arraycopy(speeds, 0, all, 6, joints);
    Quaternion turn = new Quaternion(state[3], state[4], state[5], state[6]).normalized();
    return new TreeMotion(new Pose(new Vec3(state[0], state[1], state[2]), turn), positions, all);
  }

  private static double[] column(float[] rows, int e) {
    double[] out = new double[rows.length / ENVIRONMENTS];
    for (int i = 0; i < out.length; i++) {
      out[i] = rows[i * ENVIRONMENTS + e];
    }
    return out;
  }

  private static float[] accelerations(
      SceneLayout layout, float[] state, float[] forces, int degrees) {
    Lanes lanes = Lanes.of(16);
    float[] neutral = new float[layout.parameterRows()];
    layout.neutral(neutral);
    float[] parameters = new float[neutral.length * ENVIRONMENTS];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = neutral[i / ENVIRONMENTS];
    }
    try (ComputeDevice device = ComputeDevice.open("auto");
        BufferScope scope = device.scope("trees")) {
      float[][] given = {state, parameters, forces, new float[degrees * ENVIRONMENTS]};
      DeviceBuffer[] buffers = new DeviceBuffer[given.length];
      for (int i = 0; i < given.length; i++) {
        buffers[i] = scope.allocate("rows " + i, given[i].length);
        buffers[i].write(0, given[i]);
      }
      scope
          .build(
              SceneSource.addTo(LaneSources.base("trees", lanes), layout)
                  .file(TreeKernelTest.class, "trees_kernel.cl"))
          .kernel("tree_accelerations")
          .buffers(buffers)
          .run(1);
      return buffers[3].floats();
    }
  }
}
