package eyas.sim.engine.scene;

import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.scene.SceneRobot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything of a scene lies in the rows of state, parameters and commands.
 *
 * <p>State: for each robot the {@value #FREE_ROWS} rows of a floating base, its joint positions and
 * its joint velocities; then {@value #FREE_ROWS} rows for each free body; then the commands of the
 * period before. A free body (or floating base) has the position of its frame's origin in the world
 * [m] (3), its orientation w, x, y, z (4), the velocity of that origin in the world [m/s] (3), and
 * its angular velocity in its own axes [rad/s] (3). A task may have more rows behind these.
 *
 * <p>Parameters: {@value #BODY_PARAMETERS} rows for each solid (in the order of {@link #solids}),
 * {@value #JOINT_PARAMETERS} rows for each movable joint, and the delay of commands as a fraction
 * of the control period (0 to 1). Neutral values are those of the scene.
 */
public final class SceneLayout {
  /** Rows of a free body. */
  public static final int FREE_ROWS = 13;

  /** Offsets in the rows of a free body. */
  public static final int POSITION = 0;

  /** Orientation. */
  public static final int ORIENTATION = 3;

  /** Velocity in the world. */
  public static final int VELOCITY = 7;

  /** Angular velocity in the body's axes. */
  public static final int ANGULAR_VELOCITY = 10;

  /** Parameter rows of a solid: factor of mass and inertia, shift of the centre of mass (3) [m]. */
  public static final int MASS_FACTOR = 0;

  /** Shift of the centre of mass in the solid's frame [m], three rows. */
  public static final int CENTRE_SHIFT = 1;

  /** Factor of the friction of its colliders. */
  public static final int FRICTION_FACTOR = 4;

  /** Factor of the size and the place of its colliders about the solid's origin. */
  public static final int SIZE_FACTOR = 5;

  /** Parameter rows of a solid. */
  public static final int BODY_PARAMETERS = 6;

  /** Parameter rows of a joint: factor of the stiffness of its position drive. */
  public static final int STIFFNESS_FACTOR = 0;

  /** Factor of the damping of its position drive. */
  public static final int DAMPING_FACTOR = 1;

  /** Factor of its friction, dry and viscous. */
  public static final int JOINT_FRICTION_FACTOR = 2;

  /** Factor of the greatest effort of its drive. */
  public static final int EFFORT_FACTOR = 3;

  /** Parameter rows of a joint. */
  public static final int JOINT_PARAMETERS = 4;

  private final Scene scene;
  private final List<KinematicTree> trees;
  private final List<Solid> solids = new ArrayList<>();
  private final int[] robotRows;
  private final int[] firstJoint;
  private final int bodyRows;
  private final int commandRow;
  private final int commands;
  private final int joints;

  /**
   * A body that has parameters: of a robot (also the root of a fixed one), or free.
   *
   * @param name name of the robot and the body, or of the free body
   * @param robot index of the robot, -1 for a free body
   * @param body index in the robot's tree ({@link KinematicTree#ROOT} for its root) or in the
   *     scene's bodies
   */
  public record Solid(String name, int robot, int body) {}

  /** Lays out a scene. */
  public SceneLayout(Scene scene) {
    this.scene = scene;
    this.trees = scene.robots().stream().map(SceneRobot::tree).toList();
    this.robotRows = new int[trees.size()];
    this.firstJoint = new int[trees.size()];
    int row = 0;
    int joint = 0;
    for (int r = 0; r < trees.size(); r++) {
      SceneRobot robot = scene.robots().get(r);
      robotRows[r] = row;
      firstJoint[r] = joint;
      addSolids(r, robot.name(), trees.get(r));
      joint += trees.get(r).bodies().size();
      row += (robot.base() == Base.FLOATING ? FREE_ROWS : 0) + 2 * trees.get(r).bodies().size();
    }
    for (int b = 0; b < scene.bodies().size(); b++) {
      solids.add(new Solid(scene.bodies().get(b).name(), -1, b));
    }
    this.joints = joint;
    this.bodyRows = row;
    this.commandRow = row + FREE_ROWS * scene.bodies().size();
    this.commands =
        scene.robots().stream()
            .flatMap(robot -> robot.actuators().stream())
            .mapToInt(actuator -> actuator.commands())
            .sum();
  }

  private void addSolids(int robot, String name, KinematicTree tree) {
    solids.add(new Solid(name + "/" + tree.root().name(), robot, KinematicTree.ROOT));
    for (int b = 0; b < tree.bodies().size(); b++) {
      solids.add(new Solid(name + "/" + tree.bodies().get(b).body().name(), robot, b));
    }
  }

  /** Returns the scene. */
  public Scene scene() {
    return scene;
  }

  /** Returns the tree of a robot. */
  public KinematicTree tree(int robot) {
    return trees.get(robot);
  }

  /** Returns everything that has parameters, in the order of the parameters. */
  public List<Solid> solids() {
    return List.copyOf(solids);
  }

  /** Returns the first row of a floating base. */
  public int baseRow(int robot) {
    return robotRows[robot];
  }

  /** Returns the row of the first joint position of a robot. */
  public int positionRow(int robot) {
    boolean floating = scene.robots().get(robot).base() == Base.FLOATING;
    return robotRows[robot] + (floating ? FREE_ROWS : 0);
  }

  /** Returns the row of the first joint velocity of a robot. */
  public int velocityRow(int robot) {
    return positionRow(robot) + trees.get(robot).bodies().size();
  }

  /** Returns the first row of a free body. */
  public int bodyRow(int body) {
    return bodyRows + FREE_ROWS * body;
  }

  /** Returns the index of a free body by its name. */
  public int body(String name) {
    List<String> names = scene.bodies().stream().map(SceneBody::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Scene `%s` has no body `%s`; it has %s.".formatted(scene.name(), name, names));
    }
    return index;
  }

  /** Returns the first row of the commands of the period before. */
  public int commandRow() {
    return commandRow;
  }

  /** Returns the number of commands. */
  public int commands() {
    return commands;
  }

  /** Returns the number of state rows of the scene. */
  public int stateRows() {
    return commandRow + commands;
  }

  /** Returns the first parameter row of a solid. */
  public int solidParameters(int solid) {
    return BODY_PARAMETERS * solid;
  }

  /** Returns the first parameter row of a joint of a robot. */
  public int jointParameters(int robot, int joint) {
    return BODY_PARAMETERS * solids.size() + JOINT_PARAMETERS * (firstJoint[robot] + joint);
  }

  /** Returns the parameter row of the delay. */
  public int delayRow() {
    return BODY_PARAMETERS * solids.size() + JOINT_PARAMETERS * joints;
  }

  /** Returns the number of parameter rows of the scene. */
  public int parameterRows() {
    return delayRow() + 1;
  }

  /** Writes the parameters that change nothing. */
  public void neutral(float[] parameters) {
    Arrays.fill(parameters, 0, delayRow(), 1);
    for (int s = 0; s < solids.size(); s++) {
      int shift = solidParameters(s) + CENTRE_SHIFT;
      Arrays.fill(parameters, shift, shift + 3, 0);
    }
    parameters[delayRow()] = 0;
  }
}
