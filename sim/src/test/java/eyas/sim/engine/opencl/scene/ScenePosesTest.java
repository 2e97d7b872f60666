package eyas.sim.engine.opencl.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code scene_poses} against poses put together in double precision. */
class ScenePosesTest {
  private static final int ENVIRONMENTS = 16;

  @ParameterizedTest
  @EnumSource(Base.class)
  void posesOfATreeAreThoseOfItsJoints(Base base) {
    Random random = new Random(5);
    SceneLayout layout = new SceneLayout(RandomScenes.scene(random, base, 12, 2));
    float[][] states = new float[ENVIRONMENTS][];
    for (int e = 0; e < ENVIRONMENTS; e++) {
      states[e] = RandomScenes.state(random, layout);
    }
    float[] narrow = poses(layout, states, 1);
    assertThat(poses(layout, states, 4)).isEqualTo(narrow);
    assertThat(poses(layout, states, 16)).isEqualTo(narrow);
    for (int e = 0; e < ENVIRONMENTS; e++) {
      check(layout, states[e], e, narrow);
    }
  }

  private static void check(SceneLayout layout, float[] state, int e, float[] poses) {
    Pose[] expected = expected(layout, state);
    for (int s = 0; s < expected.length; s++) {
      float[] got = new float[7];
      for (int i = 0; i < 7; i++) {
        got[i] = poses[(7 * s + i) * ENVIRONMENTS + e];
      }
      Vec3 p = expected[s].position();
      assertThat(new double[] {got[0], got[1], got[2]})
          .as("seed 5, environment %d, solid %s", e, layout.solids().get(s))
          .containsExactly(p.toArray(), within(1e-5));
      Quaternion q = expected[s].orientation();
      assertThat(Math.abs(q.w() * got[3] + q.x() * got[4] + q.y() * got[5] + q.z() * got[6]))
          .isCloseTo(1, within(1e-5));
    }
  }

  private static Pose[] expected(SceneLayout layout, float[] state) {
    Pose[] poses = new Pose[layout.solids().size()];
    int root = 0;
    for (int s = 0; s < poses.length; s++) {
      SceneLayout.Solid solid = layout.solids().get(s);
      if (solid.robot() < 0) {
        poses[s] = free(state, layout.bodyRow(solid.body()));
      } else if (solid.body() == KinematicTree.ROOT) {
        root = s;
        boolean floating = layout.scene().robots().get(solid.robot()).base() == Base.FLOATING;
        poses[s] =
            floating
                ? free(state, layout.baseRow(solid.robot()))
                : layout.scene().robots().get(solid.robot()).pose();
      } else {
        Joint joint = layout.tree(solid.robot()).bodies().get(solid.body()).joint();
        double q = state[layout.positionRow(solid.robot()) + solid.body()];
        poses[s] = poses[root + 1 + joint.parent()].times(joint.origin()).times(moved(joint, q));
      }
    }
    return poses;
  }

  private static Pose moved(Joint joint, double q) {
    return joint.type() == JointType.PRISMATIC
        ? new Pose(joint.axis().times(q), Quaternion.IDENTITY)
        : new Pose(Vec3.ZERO, Quaternion.about(joint.axis(), q));
  }

  private static Pose free(float[] s, int row) {
    return new Pose(
        new Vec3(s[row], s[row + 1], s[row + 2]),
        new Quaternion(s[row + 3], s[row + 4], s[row + 5], s[row + 6]));
  }

  private static float[] poses(SceneLayout layout, float[][] states, int width) {
    Lanes lanes = Lanes.of(width);
    try (ComputeDevice device = ComputeDevice.open("auto");
        BufferScope scope = device.scope("poses")) {
      int rows = layout.stateRows();
      float[] flat = new float[rows * ENVIRONMENTS];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = states[i % ENVIRONMENTS][i / ENVIRONMENTS];
      }
      DeviceBuffer state = scope.allocate("state", flat.length);
      DeviceBuffer out = scope.allocate("poses", 7L * layout.solids().size() * ENVIRONMENTS);
      state.write(0, flat);
      scope
          .build(
              SceneSource.addTo(LaneSources.base("poses", lanes), layout)
                  .file(ScenePosesTest.class, "poses_kernel.cl"))
          .kernel("all_poses")
          .buffers(state, out)
          .run(lanes.groups(ENVIRONMENTS));
      return out.floats();
    }
  }
}
