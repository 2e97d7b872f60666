package eyas.assets.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrdfReaderTest {
  @TempDir Path folder;

  private static final String BODY =
      "<inertial><mass value='1'/><inertia ixx='1' iyy='1' izz='1'/></inertial>";

  private static String robot(String inside) {
    return "<robot name='r'>\n" + inside + "\n</robot>";
  }

  private static String link(String name) {
    return "<link name='" + name + "'>" + BODY + "</link>\n";
  }

  private static String joint(String name, String type, String parent, String child, String more) {
    return "<joint name='%s' type='%s'><parent link='%s'/><child link='%s'/>%s</joint>\n"
        .formatted(name, type, parent, child, more);
  }

  private static RobotModel read(String inside) {
    return UrdfReader.text(robot(inside), "r.urdf", Optional.empty());
  }

  private static void assertRefused(String inside, String... parts) {
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(() -> read(inside))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private static final String LIMIT = "<limit lower='-1' upper='2' effort='3' velocity='4'/>";

  @Test
  void readsJointsInTheOrderOfTheTree() {
    RobotModel model =
        read(
            joint("b", "continuous", "mid", "end", "<axis xyz='0 0 1'/>")
                + link("end")
                + joint(
                    "a",
                    "prismatic",
                    "base",
                    "mid",
                    "<origin xyz='1 2 3'/><axis xyz='0 1 0'/>"
                        + LIMIT
                        + "<dynamics damping='5' friction='6' armature='7'/>")
                + link("base")
                + link("mid"));
    assertThat(model.links()).extracting(Link::name).containsExactly("base", "mid", "end");
    Joint a = model.joints().get(0);
    assertThat(a.limits()).isEqualTo(new Joint.Limits(-1, 2, 3, 4));
    assertThat(a.origin().position()).isEqualTo(new eyas.assets.spatial.Vec3(1, 2, 3));
    assertThat(new double[] {a.damping(), a.friction(), a.armature()}).containsExactly(5, 6, 7);
    assertThat(model.joints().get(1).limits()).isEqualTo(Joint.Limits.NONE);
  }

  @Test
  void turnsInertiaWithItsFrame() {
    var inertia =
        read("<link name='l'><inertial><origin xyz='1 0 0' rpy='0 0 1.5707963267948966'/>"
                + "<mass value='2'/><inertia ixx='3' ixy='0.5' iyy='2' izz='4'/></inertial></link>")
            .links()
            .get(0)
            .inertia();
    assertThat(inertia.xx()).isCloseTo(2, within(1e-12));
    assertThat(inertia.yy()).isCloseTo(3, within(1e-12));
    assertThat(inertia.xy()).isCloseTo(-0.5, within(1e-12));
    assertThat(inertia.centre().x()).isEqualTo(1);
  }

  @Test
  void readsEveryShape() {
    RobotModel model =
        read(
            "<link name='l'>"
                + "<collision friction='0.9'><geometry><sphere radius='1'/></geometry></collision>"
                + "<collision><geometry><box size='2 4 6'/></geometry></collision>"
                + "<collision><geometry><cylinder radius='1' length='4'/></geometry></collision>"
                + "<collision name='c'><geometry><capsule radius='1' length='4'/></geometry>"
                + "</collision></link>");
    assertThat(model.links().get(0).colliders())
        .extracting(Collider::shape)
        .containsExactly(
            new Shape.Sphere(1),
            new Shape.Box(1, 2, 3),
            new Shape.Cylinder(1, 2),
            new Shape.Capsule(1, 2));
    assertThat(model.links().get(0).colliders())
        .extracting(Collider::name)
        .containsExactly("l", "l:2", "l:3", "c");
    assertThat(model.links().get(0).colliders())
        .extracting(Collider::friction)
        .containsExactly(0.9, 0.5, 0.5, 0.5);
  }

  @Test
  void dropsTheWorldAboveAFloatingRoot() {
    RobotModel model =
        read("<link name='world'/>" + link("body") + joint("f", "floating", "world", "body", ""));
    assertThat(model.links()).extracting(Link::name).containsExactly("body");
    assertRefused(
        link("a") + link("b") + joint("f", "floating", "a", "b", ""), "r.urdf:4", "floating");
  }

  @Test
  void saysWhatIsNoTree() {
    assertRefused("", "<robot>", "no <link>");
    assertRefused(
        link("a")
            + link("b")
            + joint("j", "fixed", "a", "b", "")
            + joint("k", "fixed", "b", "a", ""),
        "r.urdf:4: <joint>",
        "cycle");
    assertRefused(
        link("a")
            + link("b")
            + link("c")
            + joint("j", "fixed", "b", "c", "")
            + joint("k", "fixed", "c", "b", ""),
        "r.urdf:6",
        "[b, c] form a cycle");
    assertRefused(
        link("a")
            + link("b")
            + link("c")
            + joint("j", "fixed", "a", "c", "")
            + joint("k", "fixed", "b", "c", ""),
        "r.urdf:6",
        "one parent");
    assertRefused(link("a") + link("b"), "r.urdf:3: <link>", "[a, b] have no parent");
    assertRefused(
        link("palm") + joint("j", "fixed", "plam", "palm", ""), "r.urdf:3", "`plam`", "`palm`");
    assertRefused(link("a") + link("a"), "r.urdf:3", "another link `a`");
    assertRefused(
        link("a")
            + link("b")
            + link("c")
            + joint("j", "fixed", "a", "b", "")
            + joint("j", "fixed", "a", "c", ""),
        "another joint `j`");
  }

  @Test
  void saysWhatCannotBeABody() {
    String inertial =
        "<link name='l'><inertial><mass value='%s'/><inertia ixx='%s' iyy='1' izz='1'/></inertial></link>";
    assertRefused(inertial.formatted("0", "1"), "<mass>", "greater than 0");
    assertRefused(inertial.formatted("-1", "1"), "<mass>", "greater than 0");
    assertRefused(inertial.formatted("NaN", "1"), "<mass>", "\"NaN\"", "number");
    assertRefused(inertial.formatted("1e999", "1"), "<mass>", "number");
    assertRefused(inertial.formatted("1", "-1"), "<inertia>", "greater than 0");
    assertRefused(inertial.formatted("1", "2.5"), "<inertia>", "sum of the other two");
    assertRefused(
        link("a") + "<link name='b'/>" + joint("j", "revolute", "a", "b", LIMIT), "`b` moves");
  }

  @Test
  void saysWhatCannotBeAJoint() {
    String two = link("a") + link("b");
    assertRefused(two + joint("j", "revolute", "a", "b", ""), "r.urdf:4", "<limit>");
    assertRefused(
        two + joint("j", "revolute", "a", "b", "<limit lower='1' upper='0'/>"), "below upper");
    assertRefused(
        two + joint("j", "continuous", "a", "b", "<axis xyz='0 0 0'/>"), "<axis>", "zero");
    assertRefused(
        two + joint("j", "continuous", "a", "b", "<axis xyz='0 0 2'/>"), "length 2", "\"0.0");
    assertRefused(two + joint("j", "revolut", "a", "b", LIMIT), "`revolut`", "revolute");
    assertRefused(two + joint("j", "planar", "a", "b", ""), "base: planar");
    assertRefused(
        two + joint("j", "revolute", "a", "b", LIMIT + "<mimic joint='x'/>"), "<mimic>", "follows");
    assertRefused(
        two + joint("j", "revolute", "a", "b", LIMIT + "<dinamics/>"), "<dinamics>", "dynamics");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE robot><robot name='r'><link name='a'/></robot>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><robot name='&x;'/>",
        "<!DOCTYPE r [<!ENTITY x 'y'>]><robot name='r'>&x;</robot>",
        "<robot name='r'>&x;</robot>",
        "<robot name='&x;'/>",
      })
  void refusesDocumentTypesAndEntities(String text) {
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(() -> UrdfReader.text(text, "r.urdf", Optional.empty()))
        .withMessageContaining("r.urdf:1")
        .withMessageContaining("not allowed");
  }

  @Test
  void refusesOddNamesAndDepth() {
    assertRefused("<link name='a&#10;b\"`'/>", "<link>", "letters");
    assertRefused("<link name=''/>", "`name` is missing");
    assertRefused("<material>".repeat(50) + "</material>".repeat(50), "deep");
  }

  @Test
  void doesNotOpenHugeFiles() throws IOException {
    Path file = folder.resolve("huge.urdf");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(() -> UrdfReader.file(file))
        .withMessageContaining("104857600 bytes");
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(() -> UrdfReader.file(folder.resolve("none.urdf")))
        .withMessageContaining("does not exist");
  }

  private RobotModel mesh(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    Path urdf = folder.resolve("m.urdf");
    Files.writeString(
        urdf,
        robot(
            "<link name='l'><collision><geometry><mesh filename='package://p/"
                + name
                + "' scale='2 2 2'/></geometry></collision></link>"));
    return UrdfReader.file(urdf);
  }

  private static final String CUBE =
      """
      v 0 0 0
      v 1 0 0
      v 1 1 0
      v 0 1 0
      v 0 0 1
      v 1 0 1
      v 1 1 1
      v 0 1 1
      f 1 2 3 4
      f 5/1/1 6 7 8
      f 1 2 6 5
      f 2 3 7 6
      f 3 4 8 7
      f -5 1 5 8
      """;

  @Test
  void readsConvexMeshes() throws IOException {
    Collider collider = mesh("c.obj", bytes(CUBE)).links().get(0).colliders().get(0);
    assertThat(((Shape.Convex) collider.shape()).vertices()).hasSize(8);
    assertThat(collider.pose().position().minus(new eyas.assets.spatial.Vec3(1, 1, 1)).norm())
        .isLessThan(1e-12);
    for (byte[] stl : new byte[][] {bytes(MeshSamples.textStl()), MeshSamples.binaryStl()}) {
      Collider tetra = mesh("c.stl", stl).links().get(0).colliders().get(0);
      assertThat(((Shape.Convex) tetra.shape()).vertices()).hasSize(4);
      assertThat(tetra.pose().position().x()).isCloseTo(0.5, within(1e-6));
    }
  }

  @Test
  void saysWhatIsNoConvexMesh() throws IOException {
    String dented = CUBE + "v 0.5 0.5 0.5\nf 1 2 9\n";
    assertMesh("c.obj", dented, "m.urdf:2: <mesh>", "not convex");
    assertMesh("c.obj", "v 0 0 0\nf 1 2 3\n", "line 2", "corner");
    assertMesh("c.obj", "v 0 x 0\n", "line 1", "three numbers");
    assertMesh("c.dae", "<COLLADA/>", ".stl", "convert");
    assertMesh("c.stl", "nonsense", "no STL");
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(
            () ->
                read(
                    "<link name='l'><collision><geometry><mesh filename='x.stl'/></geometry></collision></link>"))
        .withMessageContaining("needs a folder");
  }

  private void assertMesh(String name, String text, String... parts) {
    assertThatExceptionOfType(IllegalRobotException.class)
        .isThrownBy(() -> mesh(name, bytes(text)))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void survivesMutations() throws IOException {
    long seed = 20260901;
    Random random = new Random(seed);
    String good;
    try (var stream = getClass().getResourceAsStream("/eyas/assets/robots/allegro-hand.urdf")) {
      good = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      String text = mutated(good, random);
      try {
        UrdfReader.text(text, "fuzz.urdf", Optional.empty());
      } catch (IllegalRobotException expected) {
        refused++;
        assertThat(expected.getMessage()).as("seed %d, round %d", seed, i).contains("fuzz.urdf");
      }
    }
    assertThat(refused).as("refused of 400, seed %d", seed).isBetween(100, 399);
  }

  private static String mutated(String good, Random random) {
    StringBuilder text = new StringBuilder(good);
    int changes = 1 + random.nextInt(8);
    for (int k = 0; k < changes; k++) {
      int at = random.nextInt(text.length() - 40);
      int length = random.nextInt(30);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, text.substring(at / 2, at / 2 + length));
        case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
        default -> text.setCharAt(at, "<>&\"'/= -.e0".charAt(random.nextInt(12)));
      }
    }
    return text.toString();
  }
}
