package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.broadphase.CollisionAlgorithmConstructionInfo;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.narrowphase.ConvexPenetrationDepthSolver;
import com.bulletphysics.collision.narrowphase.DiscreteCollisionDetectorInterface.ClosestPointInput;
import com.bulletphysics.collision.narrowphase.GjkPairDetector;
import com.bulletphysics.collision.narrowphase.PointCollector;
import com.bulletphysics.collision.narrowphase.SimplexSolverInterface;
import com.bulletphysics.collision.shapes.ConvexShape;
import eyas.assets.spatial.Vec3;
import java.util.List;
import javax.vecmath.Vector3f;

/**
 * Contacts of two convex shapes: JBullet's nearest points (GJK and EPA) give the normal, and where
 * flat sides face each other all corners of what they share. JBullet itself adds one point a step.
 */
final class ConvexContacts extends PairContacts {
  private final GjkPairDetector detector = new GjkPairDetector();
  private final SimplexSolverInterface simplex;
  private final ConvexPenetrationDepthSolver depth;
  private final ClosestPointInput input = new ClosestPointInput();

  ConvexContacts(
      SimplexSolverInterface simplex,
      ConvexPenetrationDepthSolver depth,
      CollisionAlgorithmConstructionInfo info,
      CollisionObject first,
      CollisionObject second) {
    super(info, first, second);
    this.simplex = simplex;
    this.depth = depth;
  }

  @Override
  void find(CollisionObject first, CollisionObject second, ManifoldResult result) {
    ConvexShape a = (ConvexShape) first.getCollisionShape();
    ConvexShape b = (ConvexShape) second.getCollisionShape();
    PointCollector nearest = nearest(a, b, first, second);
    if (nearest.hasResult) {
      add(a, b, nearest, result);
    }
  }

  private void add(ConvexShape a, ConvexShape b, PointCollector nearest, ManifoldResult result) {
    Vec3 guess = Transforms.vector(nearest.normalOnBInWorld);
    var axis = new PartingAxis(a, input.transformA, b, input.transformB, guess);
    Vec3 n = axis.normal();
    Vector3f normal = Transforms.vector(n);
    double reach = manifold.getContactBreakingThreshold();
    Face first = Face.of(a, input.transformA, n.times(-1));
    Face second = Face.of(b, input.transformB, n);
    List<FacePair.Touch> touches = new FacePair(first, second, n).touches();
    if (touches.isEmpty() && axis.gap() < reach) {
      result.addContactPoint(normal, nearest.pointInWorld, (float) axis.gap());
    }
    for (FacePair.Touch touch : touches) {
      if (touch.gap() < reach) {
        result.addContactPoint(normal, Transforms.vector(touch.onSecond()), (float) touch.gap());
      }
    }
  }

  private PointCollector nearest(
      ConvexShape a, ConvexShape b, CollisionObject first, CollisionObject second) {
    detector.init(a, b, simplex, depth);
    input.init();
    float reach = a.getMargin() + b.getMargin() + manifold.getContactBreakingThreshold();
    input.maximumDistanceSquared = reach * reach;
    first.getWorldTransform(input.transformA);
    second.getWorldTransform(input.transformB);
    PointCollector nearest = new PointCollector();
    detector.getClosestPoints(input, nearest, null, false);
    return nearest;
  }
}
