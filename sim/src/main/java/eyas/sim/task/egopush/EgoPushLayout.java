package eyas.sim.task.egopush;

import eyas.sim.engine.scene.SceneLayout;
import java.util.List;

/**
 * Rows of the task behind those of its scene. Body 0 of the scene is the anchor, the others go to
 * the slots around it; robot 0 has a planar base.
 */
public final class EgoPushLayout {
  /** Index of the active box. */
  public static final int ACTIVE = 0;

  /** 0 while the robot has to reach the active box, 1 while it has to place it. */
  public static final int PHASE = 1;

  /** Steps since the stage began. */
  public static final int CLOCK = 2;

  /** Steps since the episode began. */
  public static final int TIME = 3;

  /** Steps that the whole formation has stood. */
  public static final int HELD = 4;

  /** Number of boxes that were placed. */
  public static final int COUNT = 5;

  /** What happened in the last step: {@link #REACHED}, {@link #PLACED} or nothing, 0. */
  public static final int EVENT = 6;

  /** Quarter turns of the formation against the anchor's frame, once a box is placed. */
  public static final int TURN = 7;

  /** The first of the rows of boxes. */
  public static final int BOXES = 8;

  /** Value of {@link #EVENT}: the active box was reached. */
  public static final int REACHED = 1;

  /** Value of {@link #EVENT}: the active box was placed. */
  public static final int PLACED = 2;

  private static final List<String> OWN =
      List.of("active box", "phase", "clock", "time", "held", "count", "event", "turn");

  private final SceneLayout scene;
  private final int boxes;

  /** Lays out the task. */
  public EgoPushLayout(SceneLayout scene) {
    this.scene = scene;
    this.boxes = scene.scene().bodies().size();
  }

  /** Returns the rows of the scene. */
  public SceneLayout scene() {
    return scene;
  }

  /** Returns the number of boxes with the anchor. */
  public int boxes() {
    return boxes;
  }

  /** Returns a row of the task's own, such as {@link #ACTIVE}. */
  public int row(int own) {
    return scene.stateRows() + own;
  }

  /** Returns the row with the slot (from 1) that box {@code box} (from 1) was placed at, or 0. */
  public int placedRow(int box) {
    return row(BOXES + box - 1);
  }

  /** Returns the first of the two rows with where a box stood when the stage began [m]. */
  public int restRow(int box) {
    return row(BOXES + boxes - 1 + 2 * (box - 1));
  }

  /** Returns the number of all state rows. */
  public int stateRows() {
    return restRow(boxes);
  }

  /** Returns what lies in a row, in words. */
  public String name(int row) {
    if (row >= stateRows() || row < 0) {
      return "state row " + row;
    }
    if (row < scene.stateRows()) {
      return sceneRow(row);
    }
    int own = row - scene.stateRows();
    if (own < BOXES) {
      return OWN.get(own);
    }
    int placed = own - BOXES;
    return placed < boxes - 1
        ? "slot, box " + (placed + 1)
        : "rest, box %d, axis %d".formatted((placed - boxes + 1) / 2 + 1, (placed - boxes + 1) % 2);
  }

  private String sceneRow(int row) {
    if (row >= scene.commandRow()) {
      return "command " + (row - scene.commandRow());
    }
    if (row >= scene.bodyRow(0)) {
      int at = row - scene.bodyRow(0);
      return "box %d, row %d".formatted(at / SceneLayout.FREE_ROWS, at % SceneLayout.FREE_ROWS);
    }
    return "robot, row " + row;
  }
}
