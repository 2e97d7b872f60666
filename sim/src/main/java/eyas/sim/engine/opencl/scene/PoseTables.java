package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;

/** What {@code scene_poses} knows of each solid: its parent, joint and rows. */
final class PoseTables {
  private static final int AT_REST = 0;
  private static final int TURNING = 1;
  private static final int SLIDING = 2;
  private static final int FREE = 3;
  private static final int POSE_NUMBERS = 7;

  private final SceneLayout layout;
  private final int[] kind;
  private final int[] parent;
  private final int[] row;
  private final double[] origin;
  private final double[] axis;

  PoseTables(SceneLayout layout) {
    this.layout = layout;
    List<SceneLayout.Solid> solids = layout.solids();
    kind = new int[solids.size()];
    parent = new int[solids.size()];
    row = new int[solids.size()];
    origin = new double[POSE_NUMBERS * solids.size()];
    axis = new double[3 * solids.size()];
    int root = 0;
    for (int s = 0; s < solids.size(); s++) {
      SceneLayout.Solid solid = solids.get(s);
      if (solid.robot() < 0) {
        free(s, layout.bodyRow(solid.body()));
      } else if (solid.body() == KinematicTree.ROOT) {
        root = s;
        root(s, solid.robot());
      } else {
        moved(s, solid, root);
      }
    }
  }

  private void free(int s, int firstRow) {
    kind[s] = FREE;
    parent[s] = -1;
    row[s] = firstRow;
    place(s, Pose.IDENTITY);
  }

  private void root(int s, int robot) {
    SceneRobot held = layout.scene().robots().get(robot);
    if (held.base() == Base.FLOATING) {
      free(s, layout.baseRow(robot));
    } else {
      kind[s] = AT_REST;
      parent[s] = -1;
      place(s, held.pose());
    }
  }

  private void moved(int s, SceneLayout.Solid solid, int root) {
    Joint joint = layout.tree(solid.robot()).bodies().get(solid.body()).joint();
    kind[s] = joint.type() == JointType.PRISMATIC ? SLIDING : TURNING;
    parent[s] = root + 1 + joint.parent();
    row[s] = layout.positionRow(solid.robot()) + solid.body();
    place(s, joint.origin());
    Vec3 a = joint.axis();
    double[] numbers = a.times(1 / a.norm()).toArray();
    System.arraycopy(numbers, 0, axis, 3 * s, 3);
  }

  private void place(int s, Pose pose) {
    Vec3 p = pose.position();
    Quaternion q = pose.orientation().normalized();
    double[] numbers = {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()};
    System.arraycopy(numbers, 0, origin, POSE_NUMBERS * s, POSE_NUMBERS);
  }

  void addTo(ConstantTables tables) {
    tables
        .ints("POSE_KIND", kind)
        .ints("POSE_PARENT", parent)
        .ints("POSE_ROW", row)
        .reals("POSE_ORIGIN", origin)
        .reals("POSE_AXIS", axis);
  }
}
