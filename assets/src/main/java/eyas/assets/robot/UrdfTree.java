package eyas.assets.robot;

import eyas.assets.config.Suggestions;
import eyas.assets.spatial.Pose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts links and joints in the order of a tree, or says why they are none. */
final class UrdfTree {
  private final XmlElement robot;
  private final String name;
  private final Map<String, UrdfLinks.Read> links;
  private final Map<String, List<UrdfJoint>> below = new LinkedHashMap<>();
  private final Map<String, UrdfJoint> above = new LinkedHashMap<>();
  private final List<Link> orderedLinks = new ArrayList<>();
  private final List<Joint> orderedJoints = new ArrayList<>();

  /** A link that waits for its place: its joint, and the index of its parent. */
  private record Waiting(UrdfJoint joint, int parent) {}

  UrdfTree(
      XmlElement robot, String name, Map<String, UrdfLinks.Read> links, List<UrdfJoint> joints) {
    this.robot = robot;
    this.name = name;
    this.links = links;
    Set<String> names = new HashSet<>();
    for (UrdfJoint joint : joints) {
      if (!names.add(joint.name())) {
        throw refused(joint, "there is another joint `" + joint.name() + "`; names differ.");
      }
      requireLink(joint, joint.parent());
      requireLink(joint, joint.child());
      UrdfJoint other = above.put(joint.child(), joint);
      if (other != null) {
        throw refused(
            joint,
            "link `%s` hangs on joint `%s` (line %d) already; a link has one parent."
                .formatted(joint.child(), other.name(), other.element().line()));
      }
      below.computeIfAbsent(joint.parent(), key -> new ArrayList<>()).add(joint);
    }
  }

  private void requireLink(UrdfJoint joint, String link) {
    if (!links.containsKey(link)) {
      throw refused(
          joint, "there is no link `" + link + "`. " + Suggestions.sentence(link, links.keySet()));
    }
  }

  private static IllegalRobotException refused(UrdfJoint joint, String reason) {
    return joint.element().refused("joint `" + joint.name() + "`: " + reason);
  }

  RobotModel model() {
    place(root());
    if (orderedLinks.size() < links.size() - dropped) {
      Set<String> left = new java.util.LinkedHashSet<>(links.keySet());
      orderedLinks.forEach(link -> left.remove(link.name()));
      UrdfJoint first = above.get(left.iterator().next());
      throw refused(first, "the links " + left + " form a cycle; a robot is a tree.");
    }
    requireMass();
    return new RobotModel(name, orderedLinks, orderedJoints);
  }

  private int dropped;

  private String root() {
    List<String> roots = links.keySet().stream().filter(l -> !above.containsKey(l)).toList();
    if (links.isEmpty()) {
      throw robot.refused("it has no <link>; a robot has one at least.");
    }
    if (roots.isEmpty()) {
      UrdfJoint joint = above.values().iterator().next();
      throw refused(
          joint, "every link has a parent, so the joints form a cycle; a robot is a tree.");
    }
    if (roots.size() > 1) {
      throw links
          .get(roots.get(1))
          .element()
          .refused(
              "the links %s have no parent, but one link only may be the root. Join the others."
                  .formatted(roots));
    }
    return floating(roots.get(0));
  }

  // an empty root above a floating joint stands for the world
  private String floating(String root) {
    List<UrdfJoint> joints = below.getOrDefault(root, List.of());
    Link link = links.get(root).link();
    if (joints.size() != 1
        || !joints.get(0).type().equals(UrdfJoint.FLOATING)
        || link.inertia().mass() > 0
        || !link.colliders().isEmpty()) {
      return root;
    }
    UrdfJoint joint = joints.get(0);
    if (!joint.origin().equals(Pose.IDENTITY)) {
      throw refused(joint, "the scene says where a floating robot starts; remove <origin>.");
    }
    dropped = 1;
    return joint.child();
  }

  private void place(String root) {
    orderedLinks.add(links.get(root).link());
    Deque<Waiting> waiting = new ArrayDeque<>();
    push(waiting, root, 0);
    while (!waiting.isEmpty()) {
      Waiting next = waiting.pop();
      UrdfJoint joint = next.joint();
      if (joint.type().equals(UrdfJoint.FLOATING)) {
        throw refused(
            joint,
            "a floating joint may only stand between an empty root and the one link beneath it;"
                + " make what floats a robot or a body of its own in the scene.");
      }
      int index = orderedLinks.size();
      orderedLinks.add(links.get(joint.child()).link());
      orderedJoints.add(joint.joint(next.parent(), index));
      push(waiting, joint.child(), index);
    }
  }

  private void push(Deque<Waiting> waiting, String link, int index) {
    List<UrdfJoint> joints = below.getOrDefault(link, List.of());
    for (int i = joints.size() - 1; i >= 0; i--) {
      waiting.push(new Waiting(joints.get(i), index));
    }
  }

  // what moves must have mass in it or behind it
  private void requireMass() {
    double[] mass = orderedLinks.stream().mapToDouble(link -> link.inertia().mass()).toArray();
    for (int i = orderedJoints.size() - 1; i >= 0; i--) {
      Joint joint = orderedJoints.get(i);
      if (joint.type() != JointType.FIXED && !(mass[joint.child()] > 0)) {
        String link = orderedLinks.get(joint.child()).name();
        throw links
            .get(link)
            .element()
            .refused(
                "link `%s` moves, but neither it nor what hangs on it has mass. Add <inertial>."
                    .formatted(link));
      }
      mass[joint.parent()] += mass[joint.child()];
    }
  }
}
