package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The links of a scene's robots as the kernel numbers them: what moves together is a component,
 * components follow each other, and a link's frame is turned so that its joint's axis is z.
 */
final class Mechanism {
  private static final int ROOT_FREEDOMS = 6;

  private final SceneLayout layout;
  private final List<Link> links = new ArrayList<>();
  private final List<Component> components = new ArrayList<>();
  private int freedoms;

  /** How a link moves against its parent. */
  enum Motion {
    TURNS(1),
    SLIDES(2),
    FLOATS(3);

    private final int number;

    Motion(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  /**
   * A link.
   *
   * @param solid index in {@link SceneLayout#solids()}
   * @param parent link, -1 for a root at rest
   * @param place of its frame in the parent's where the joint stands at 0
   * @param align turns vectors of this frame into that of the body
   * @param freedom its first degree of freedom
   * @param joint its joint; empty for a floating root
   */
  record Link(
      int robot,
      int body,
      int solid,
      int component,
      int parent,
      Motion motion,
      Pose place,
      Quaternion align,
      int freedom,
      Optional<Joint> joint,
      KinematicTree.Body shape) {
    /** Returns the last degree of freedom that moves it. */
    int lastFreedom() {
      return motion == Motion.FLOATS ? freedom + ROOT_FREEDOMS - 1 : freedom;
    }

    /** Returns the inertia in its own frame. */
    Inertia inertia() {
      return shape.inertia().in(new Pose(Vec3.ZERO, align.conjugate()));
    }
  }

  /**
   * Links that move together.
   *
   * @param freedom first degree of freedom
   * @param freedoms number of degrees of freedom
   * @param origin link whose place is the origin of spatial vectors
   * @param matrix offset of its mass matrix
   */
  record Component(int freedom, int freedoms, int origin, int matrix) {}

  Mechanism(SceneLayout layout) {
    this.layout = layout;
    int solid = 0;
    for (int r = 0; r < layout.scene().robots().size(); r++) {
      add(r, solid);
      solid += 1 + layout.tree(r).bodies().size();
    }
  }

  private void add(int robot, int solid) {
    KinematicTree tree = layout.tree(robot);
    int[] heads = heads(tree);
    if (layout.scene().robots().get(robot).base() == Base.FLOATING) {
      int first = links.size();
      int freedom = freedoms;
      links.add(root(robot, solid, tree));
      freedoms += ROOT_FREEDOMS;
      addBodies(robot, solid, heads, -1, first);
      close(freedom, first);
      return;
    }
    for (int head = 0; head < heads.length; head++) {
      if (heads[head] == head) {
        int first = links.size();
        int freedom = freedoms;
        addBodies(robot, solid, heads, head, -1);
        boolean planar = layout.scene().robots().get(robot).base() == Base.PLANAR;
        close(freedom, planar ? first + 2 : first);
      }
    }
  }

  // the first body on the way from the root to each body
  private static int[] heads(KinematicTree tree) {
    int[] heads = new int[tree.bodies().size()];
    for (int b = 0; b < heads.length; b++) {
      int parent = tree.bodies().get(b).joint().parent();
      heads[b] = parent == KinematicTree.ROOT ? b : heads[parent];
    }
    return heads;
  }

  private void close(int freedom, int origin) {
    components.add(new Component(freedom, freedoms - freedom, origin, matrixSize()));
  }

  private Link root(int robot, int solid, KinematicTree tree) {
    return new Link(
        robot,
        KinematicTree.ROOT,
        solid,
        components.size(),
        -1,
        Motion.FLOATS,
        Pose.IDENTITY,
        Quaternion.IDENTITY,
        freedoms,
        Optional.empty(),
        tree.root());
  }

  // the bodies behind one head, or all of them for -1
  private void addBodies(int robot, int solid, int[] heads, int head, int root) {
    KinematicTree tree = layout.tree(robot);
    SceneRobot held = layout.scene().robots().get(robot);
    int[] numbers = new int[heads.length];
    for (int b = 0; b < heads.length; b++) {
      if (head >= 0 && heads[b] != head) {
        continue;
      }
      Joint joint = tree.bodies().get(b).joint();
      int parent = joint.parent() == KinematicTree.ROOT ? root : numbers[joint.parent()];
      Quaternion align = align(joint.axis());
      Pose base =
          parent < 0 ? held.pose() : new Pose(Vec3.ZERO, links.get(parent).align().conjugate());
      numbers[b] = links.size();
      links.add(
          new Link(
              robot,
              b,
              solid + 1 + b,
              components.size(),
              parent,
              joint.type() == JointType.PRISMATIC ? Motion.SLIDES : Motion.TURNS,
              base.times(joint.origin()).times(new Pose(Vec3.ZERO, align)),
              align,
              freedoms++,
              Optional.of(joint),
              tree.bodies().get(b).body()));
    }
  }

  // turns z into the axis
  private static Quaternion align(Vec3 axis) {
    Vec3 a = axis.times(1 / axis.norm());
    if (a.z() > 1 - 1e-12) {
      return Quaternion.IDENTITY;
    }
    if (a.z() < -1 + 1e-12) {
      return new Quaternion(0, 1, 0, 0);
    }
    Vec3 v = new Vec3(0, 0, 1).cross(a);
    return new Quaternion(1 + a.z(), v.x(), v.y(), v.z()).normalized();
  }

  SceneLayout layout() {
    return layout;
  }

  List<Link> links() {
    return links;
  }

  List<Component> components() {
    return components;
  }

  /** Returns the number of degrees of freedom of all trees. */
  int freedoms() {
    return freedoms;
  }

  /** Returns how many numbers the mass matrices of all components have. */
  int matrixSize() {
    return components.stream().mapToInt(c -> c.freedoms() * c.freedoms()).sum();
  }

  /** Returns the link of a robot's joint. */
  int link(int robot, int body) {
    for (int l = 0; l < links.size(); l++) {
      if (links.get(l).robot() == robot && links.get(l).body() == body) {
        return l;
      }
    }
    return -1;
  }
}
