package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.bullet.Rows;
import eyas.sim.engine.scene.SceneLayout;

/** The parameters of one solid in one environment; see {@link SceneLayout}. */
record SolidParameters(double mass, Vec3 shift, double friction, double size) {
  static SolidParameters of(SceneLayout layout, int solid, Rows parameters) {
    int row = layout.solidParameters(solid);
    int shift = row + SceneLayout.CENTRE_SHIFT;
    return new SolidParameters(
        parameters.get(row + SceneLayout.MASS_FACTOR),
        new Vec3(parameters.get(shift), parameters.get(shift + 1), parameters.get(shift + 2)),
        parameters.get(row + SceneLayout.FRICTION_FACTOR),
        parameters.get(row + SceneLayout.SIZE_FACTOR));
  }

  /** What changes nothing. */
  static SolidParameters neutral() {
    return new SolidParameters(1, Vec3.ZERO, 1, 1);
  }

  /** Returns the inertia of a solid with these parameters. */
  Inertia of(Inertia in) {
    return new Inertia(
        mass * in.mass(),
        in.centre().plus(shift),
        mass * in.xx(),
        mass * in.xy(),
        mass * in.xz(),
        mass * in.yy(),
        mass * in.yz(),
        mass * in.zz());
  }
}
