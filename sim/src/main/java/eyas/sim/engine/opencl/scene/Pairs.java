package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Shape;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.KernelSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pairs of colliders that can touch, sorted by kind, and the slots of their contacts. */
final class Pairs {
  private static final int LAST_PLANAR_BODY = 2;
  // most numbers of Jacobians at once; a hand's contact has 24 or 48
  private static final int POOL = 1 << 14;

  private final Colliders colliders;
  private final List<Pair> pairs = new ArrayList<>();

  private record Pair(PairKind kind, int a, int b) {}

  Pairs(Colliders colliders) {
    this.colliders = colliders;
    for (int i = 0; i < colliders.all().size(); i++) {
      for (int j = 0; j < i; j++) {
        add(i, j);
      }
    }
    pairs.sort(
        Comparator.comparing(Pair::kind).thenComparingInt(Pair::a).thenComparingInt(Pair::b));
  }

  private void add(int i, int j) {
    Colliders.Placed x = colliders.all().get(i);
    Colliders.Placed y = colliders.all().get(j);
    if (x.mover() == y.mover() || apart(x, y) || onItsPlane(x, y) || onItsPlane(y, x)) {
      return;
    }
    int rankX = PairKind.rank(x.shape());
    int rankY = PairKind.rank(y.shape());
    boolean inOrder = rankX < rankY || (rankX == rankY && i < j);
    int a = inOrder ? i : j;
    int b = inOrder ? j : i;
    pairs.add(
        new Pair(
            PairKind.of(colliders.all().get(a).shape(), colliders.all().get(b).shape()), a, b));
  }

  // bodies of one robot that are neighbours, or whose links are said never to touch
  private boolean apart(Colliders.Placed x, Colliders.Placed y) {
    if (x.robot() < 0 || x.robot() != y.robot()) {
      return false;
    }
    SceneRobot robot = robots().get(x.robot());
    KinematicTree tree = colliders.mechanism().layout().tree(x.robot());
    return neighbours(tree, x.body(), y.body())
        || neighbours(tree, y.body(), x.body())
        || robot.apart().stream()
            .anyMatch(
                pair ->
                    (pair.first().equals(x.link()) && pair.second().equals(y.link()))
                        || (pair.first().equals(y.link()) && pair.second().equals(x.link())));
  }

  private static boolean neighbours(KinematicTree tree, int parent, int child) {
    return child != KinematicTree.ROOT && tree.bodies().get(child).joint().parent() == parent;
  }

  // a planar base slides on its plane: contacts with it would push where it cannot move
  private boolean onItsPlane(Colliders.Placed plane, Colliders.Placed base) {
    if (!(plane.shape() instanceof Shape.Plane)
        || base.robot() < 0
        || base.body() > LAST_PLANAR_BODY) {
      return false;
    }
    SceneRobot robot = robots().get(base.robot());
    Vec3 up = new Vec3(0, 0, 1);
    Vec3 normal = plane.collider().pose().orientation().rotate(up);
    return robot.base() == Base.PLANAR
        && normal.cross(robot.pose().orientation().rotate(up)).norm() < 1e-6;
  }

  private List<SceneRobot> robots() {
    return colliders.mechanism().layout().scene().robots();
  }

  /** Returns the number of slots of all pairs. */
  private int slots() {
    return pairs.stream().mapToInt(pair -> pair.kind().slots()).sum();
  }

  // numbers of one contact's Jacobian and response; none for what is no tree
  private int stride(int collider) {
    int mover = colliders.all().get(collider).mover();
    int bodies = colliders.mechanism().layout().scene().bodies().size();
    if (mover < bodies) {
      return 0;
    }
    int component = colliders.mechanism().links().get(mover - bodies).component();
    return 6 * colliders.mechanism().components().get(component).freedoms();
  }

  private boolean same(Pair pair) {
    int bodies = colliders.mechanism().layout().scene().bodies().size();
    int a = colliders.all().get(pair.a()).mover() - bodies;
    int b = colliders.all().get(pair.b()).mover() - bodies;
    List<Mechanism.Link> links = colliders.mechanism().links();
    return a >= 0 && b >= 0 && links.get(a).component() == links.get(b).component();
  }

  KernelSource define(KernelSource source) {
    KernelSource defined = source;
    for (PairKind kind : PairKind.values()) {
      long before = pairs.stream().filter(pair -> pair.kind().compareTo(kind) < 0).count();
      long count = pairs.stream().filter(pair -> pair.kind() == kind).count();
      defined = defined.define(kind + "_FIRST", (int) before).define(kind + "_COUNT", (int) count);
    }
    int pool =
        pairs.stream()
            .mapToInt(pair -> pair.kind().slots() * (stride(pair.a()) + stride(pair.b())))
            .sum();
    return defined
        .define("PAIR_COUNT", pairs.size())
        .define("SCENE_PAIRS", Math.max(1, pairs.size()))
        .define("SCENE_SLOTS", Math.max(1, slots()))
        .define("SCENE_POOL", Math.max(1, Math.min(POOL, pool)));
  }

  void addTo(ConstantTables tables) {
    int n = pairs.size();
    int[] first = new int[n];
    int[] second = new int[n];
    int[] same = new int[n];
    int[] slot = new int[n];
    List<Integer> pairOfSlot = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Pair pair = pairs.get(i);
      first[i] = colliders.all().get(pair.a()).mover();
      second[i] = colliders.all().get(pair.b()).mover();
      same[i] = same(pair) ? 1 : 0;
      slot[i] = pairOfSlot.size();
      for (int k = 0; k < pair.kind().slots(); k++) {
        pairOfSlot.add(i);
      }
    }
    tables
        .ints("PAIR_A", pairs.stream().mapToInt(Pair::a).toArray())
        .ints("PAIR_B", pairs.stream().mapToInt(Pair::b).toArray())
        .ints("PAIR_FIRST", first)
        .ints("PAIR_SECOND", second)
        .ints("PAIR_SAME", same)
        .ints("PAIR_SLOT", slot)
        .ints("SLOT_PAIR", pairOfSlot.stream().mapToInt(Integer::intValue).toArray());
  }
}
