package eyas.assets.scene;

import eyas.assets.robot.Collider;
import eyas.assets.robot.IllegalRobotException;
import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.robot.RobotModel;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A robot as engines advance it: links that are fixed to each other are one body, and a planar base
 * is three joints more. Body i is moved by movable joint i against its parent, which comes before
 * it; the parent of the first bodies is the root.
 *
 * @param root what is fixed to the root link; it moves with a floating base only
 * @param bodies the moved bodies, one for each movable joint
 * @param frames the link frames of the model
 */
public record KinematicTree(Body root, List<Moved> bodies, List<Frame> frames) {
  /** Parent of the bodies that hang on the root. */
  public static final int ROOT = -1;

  /** Copies the lists. */
  public KinematicTree {
    bodies = List.copyOf(bodies);
    frames = List.copyOf(frames);
  }

  /**
   * A rigid body.
   *
   * @param name name of its first link
   * @param inertia in the frame of the body
   * @param colliders poses in the frame of the body
   */
  public record Body(String name, Inertia inertia, List<Collider> colliders) {
    /** Copies the list. */
    public Body {
      colliders = List.copyOf(colliders);
    }

    Body with(Pose pose, Inertia more, List<Collider> shapes) {
      List<Collider> all = new ArrayList<>(colliders);
      shapes.forEach(shape -> all.add(shape.in(pose)));
      return new Body(name, inertia.plus(more.in(pose)), all);
    }
  }

  /**
   * A body behind a movable joint.
   *
   * @param joint the joint; its origin is given in the frame of the parent body, its parent and
   *     child count bodies here, from {@link #ROOT} and 0 on
   * @param body the body; its frame is the joint's
   */
  public record Moved(Joint joint, Body body) {}

  /**
   * Where a link is.
   *
   * @param link name of the link
   * @param body index of the body that carries it, or {@link #ROOT}
   * @param pose of the link in the frame of the body
   */
  public record Frame(String link, int body, Pose pose) {}

  /** Returns the tree of a robot. */
  public static KinematicTree of(RobotModel model, Base base) {
    List<Body> bodies = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    Body root = new Body(model.links().get(0).name(), Inertia.NONE, List.of());
    if (base == Base.PLANAR) {
      planar(joints, bodies, root.name());
    }
    frames.add(new Frame(root.name(), joints.size() - 1, Pose.IDENTITY));
    for (Joint joint : model.joints()) {
      Frame parent = frames.get(joint.parent());
      String link = model.links().get(joint.child()).name();
      Pose origin = parent.pose().times(joint.origin());
      if (joint.type() == JointType.FIXED) {
        frames.add(new Frame(link, parent.body(), origin));
      } else {
        frames.add(new Frame(link, joints.size(), Pose.IDENTITY));
        joints.add(moved(joint, parent.body(), joints.size(), origin));
        bodies.add(new Body(link, Inertia.NONE, List.of()));
      }
    }
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      var link = model.links().get(i);
      if (frame.body() == ROOT) {
        root = root.with(frame.pose(), link.inertia(), link.colliders());
      } else {
        Body body = bodies.get(frame.body());
        bodies.set(frame.body(), body.with(frame.pose(), link.inertia(), link.colliders()));
      }
    }
    List<Moved> moved = new ArrayList<>();
    for (int i = 0; i < joints.size(); i++) {
      moved.add(new Moved(joints.get(i), bodies.get(i)));
    }
    return new KinematicTree(root, moved, frames);
  }

  private static Joint moved(Joint j, int parent, int child, Pose origin) {
    return new Joint(
        j.name(),
        j.type(),
        parent,
        child,
        origin,
        j.axis(),
        j.limits(),
        j.damping(),
        j.friction(),
        j.armature());
  }

  private static void planar(List<Joint> joints, List<Body> bodies, String link) {
    joints.add(free("base_x", JointType.PRISMATIC, ROOT, new Vec3(1, 0, 0)));
    joints.add(free("base_y", JointType.PRISMATIC, 0, new Vec3(0, 1, 0)));
    joints.add(free("base_yaw", JointType.CONTINUOUS, 1, new Vec3(0, 0, 1)));
    bodies.add(new Body("base_x", Inertia.NONE, List.of()));
    bodies.add(new Body("base_y", Inertia.NONE, List.of()));
    bodies.add(new Body(link, Inertia.NONE, List.of()));
  }

  private static Joint free(String name, JointType type, int parent, Vec3 axis) {
    return new Joint(
        name, type, parent, parent + 1, Pose.IDENTITY, axis, Joint.Limits.NONE, 0, 0, 0);
  }

  /** Returns the index of a movable joint. */
  public int joint(String name) {
    for (int i = 0; i < bodies.size(); i++) {
      if (bodies.get(i).joint().name().equals(name)) {
        return i;
      }
    }
    throw new IllegalRobotException(
        "There is no movable joint `%s`; there are %s."
            .formatted(name, bodies.stream().map(b -> b.joint().name()).toList()));
  }

  /** Returns where a link is. */
  public Frame frame(String link) {
    return frames.stream()
        .filter(frame -> frame.link().equals(link))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalRobotException(
                    "There is no link `%s`; there are %s."
                        .formatted(link, frames.stream().map(Frame::link).toList())));
  }
}
