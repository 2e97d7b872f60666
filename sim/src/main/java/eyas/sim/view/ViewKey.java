package eyas.sim.view;

import java.util.Optional;
import org.lwjgl.glfw.GLFW;

/** What a key of the window asks for. */
public enum ViewKey {
  /** Space: stop, or go on. */
  PAUSE,
  /** Right arrow or full stop: stop, and make one step. */
  STEP,
  /** R: begin a new episode. */
  RESET,
  /** Up: twice as fast. */
  FASTER,
  /** Down: half as fast. */
  SLOWER,
  /** Q or escape: close the window. */
  QUIT;

  /** Returns what a key of GLFW asks for. */
  static Optional<ViewKey> of(int key) {
    return Optional.ofNullable(
        switch (key) {
          case GLFW.GLFW_KEY_SPACE -> PAUSE;
          case GLFW.GLFW_KEY_RIGHT, GLFW.GLFW_KEY_PERIOD -> STEP;
          case GLFW.GLFW_KEY_R -> RESET;
          case GLFW.GLFW_KEY_UP -> FASTER;
          case GLFW.GLFW_KEY_DOWN -> SLOWER;
          case GLFW.GLFW_KEY_Q, GLFW.GLFW_KEY_ESCAPE -> QUIT;
          default -> null;
        });
  }
}
