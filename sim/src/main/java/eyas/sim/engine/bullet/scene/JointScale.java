package eyas.sim.engine.bullet.scene;

import eyas.sim.engine.bullet.Rows;
import eyas.sim.engine.scene.SceneLayout;

/** The parameters of one joint in one environment; see {@link SceneLayout}. */
record JointScale(double stiffness, double damping, double friction, double effort) {
  static JointScale of(SceneLayout layout, int robot, int joint, Rows parameters) {
    int row = layout.jointParameters(robot, joint);
    return new JointScale(
        parameters.get(row + SceneLayout.STIFFNESS_FACTOR),
        parameters.get(row + SceneLayout.DAMPING_FACTOR),
        parameters.get(row + SceneLayout.JOINT_FRICTION_FACTOR),
        parameters.get(row + SceneLayout.EFFORT_FACTOR));
  }
}
