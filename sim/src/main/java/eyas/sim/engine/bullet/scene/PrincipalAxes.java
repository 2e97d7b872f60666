package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import javax.vecmath.Matrix3d;
import javax.vecmath.Quat4d;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The frame that JBullet wants: about the centre of mass, with a diagonal inertia.
 *
 * @param frame pose in the frame of the solid
 * @param moments principal moments [kg m²]
 */
record PrincipalAxes(Pose frame, Vec3 moments) {
  static PrincipalAxes of(Inertia inertia) {
    double products = Math.abs(inertia.xy()) + Math.abs(inertia.xz()) + Math.abs(inertia.yz());
    if (products <= 1e-9 * (inertia.xx() + inertia.yy() + inertia.zz())) {
      return new PrincipalAxes(
          new Pose(inertia.centre(), Quaternion.IDENTITY),
          new Vec3(inertia.xx(), inertia.yy(), inertia.zz()));
    }
    return turned(inertia);
  }

  private static PrincipalAxes turned(Inertia inertia) {
    DMatrixRMaj matrix =
        new DMatrixRMaj(
            new double[][] {
              {inertia.xx(), inertia.xy(), inertia.xz()},
              {inertia.xy(), inertia.yy(), inertia.yz()},
              {inertia.xz(), inertia.yz(), inertia.zz()}
            });
    var eigen = DecompositionFactory_DDRM.eig(3, true, true);
    eigen.decompose(matrix);
    Matrix3d axes = new Matrix3d();
    double[] moments = new double[3];
    for (int k = 0; k < 3; k++) {
      moments[k] = eigen.getEigenvalue(k).getReal();
      axes.setColumn(k, eigen.getEigenVector(k).data.clone());
    }
    if (axes.determinant() < 0) {
      axes.setColumn(2, -axes.m02, -axes.m12, -axes.m22);
    }
    Quat4d turn = new Quat4d();
    turn.set(axes);
    Quaternion orientation = new Quaternion(turn.w, turn.x, turn.y, turn.z).normalized();
    return new PrincipalAxes(
        new Pose(inertia.centre(), orientation), new Vec3(moments[0], moments[1], moments[2]));
  }
}
