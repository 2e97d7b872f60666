package eyas.sim.view;

import eyas.sim.sensor.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWErrorCallback;
import org.lwjgl.opengl.GL;

/**
 * A window on the desktop that shows one picture at a time, as large as fits, and hears keys. Only
 * the thread that opened it may use it; on macOS that must be the process's first thread.
 */
public final class PictureWindow implements AutoCloseable {
  private static final String INSTEAD =
      " Without a display, write the pictures to a file: add --record view.gif.";

  private final long window;
  private final TexturePainter painter;
  private final List<ViewKey> pressed = new ArrayList<>();

  private PictureWindow(long window) {
    this.window = window;
    GLFW.glfwMakeContextCurrent(window);
    GL.createCapabilities();
    GLFW.glfwSwapInterval(1);
    painter = new TexturePainter();
    GLFW.glfwSetKeyCallback(
        window,
        (handle, key, code, action, modifiers) -> {
          if (action != GLFW.GLFW_RELEASE) {
            ViewKey.of(key).ifPresent(pressed::add);
          }
        });
  }

  /**
   * Opens a window.
   *
   * @param title its title
   * @param width width of its content [screen coordinates]
   * @param height height of its content
   */
  public static PictureWindow open(String title, int width, int height) {
    StringBuilder reason = new StringBuilder();
    try (GLFWErrorCallback errors = GLFWErrorCallback.create((code, text) -> tell(reason, text))) {
      GLFWErrorCallback before = GLFW.glfwSetErrorCallback(errors);
      try {
        return new PictureWindow(create(title, width, height, reason));
      } finally {
        GLFW.glfwSetErrorCallback(before);
      }
    } catch (UnsatisfiedLinkError | IllegalStateException missing) {
      throw new WindowException(
          "A window needs GLFW and OpenGL, which cannot be loaded here: %s.%s"
              .formatted(missing.getMessage(), INSTEAD),
          missing);
    }
  }

  private static void tell(StringBuilder reason, long text) {
    reason.append(reason.isEmpty() ? "" : "; ").append(GLFWErrorCallback.getDescription(text));
  }

  private static long create(String title, int width, int height, StringBuilder reason) {
    if (!GLFW.glfwInit()) {
      throw new WindowException(
          "There is no display to open a window on (%s).%s".formatted(reason, INSTEAD));
    }
    GLFW.glfwDefaultWindowHints();
    long window = GLFW.glfwCreateWindow(width, height, title, 0, 0);
    if (window == 0) {
      GLFW.glfwTerminate();
      throw new WindowException(
          "The display cannot show a window with OpenGL (%s).%s".formatted(reason, INSTEAD));
    }
    return window;
  }

  /** Shows a picture and waits for the display's next refresh. */
  public void show(Picture picture) {
    draw(picture);
    GLFW.glfwSwapBuffers(window);
  }

  /** Draws a picture as {@link #show} does, and returns what OpenGL drew instead of showing it. */
  public Picture drawn(Picture picture) {
    int[] size = draw(picture);
    return painter.read(size[0], size[1]);
  }

  private int[] draw(Picture picture) {
    int[] width = new int[1];
    int[] height = new int[1];
    GLFW.glfwGetFramebufferSize(window, width, height);
    painter.draw(picture, width[0], height[0]);
    return new int[] {width[0], height[0]};
  }

  /** Changes the title. */
  public void title(String title) {
    GLFW.glfwSetWindowTitle(window, title);
  }

  /** Waits for a key or a change of the window, at most some time [s]. */
  public void await(double seconds) {
    if (seconds > 0) {
      GLFW.glfwWaitEventsTimeout(seconds);
    } else {
      GLFW.glfwPollEvents();
    }
  }

  /** Returns what was asked for since the last call, in order. */
  public List<ViewKey> keys() {
    List<ViewKey> keys = List.copyOf(pressed);
    pressed.clear();
    return keys;
  }

  /** Returns whether the user closed the window. */
  public boolean closed() {
    return GLFW.glfwWindowShouldClose(window);
  }

  @Override
  public void close() {
    painter.close();
    GLFW.glfwMakeContextCurrent(0);
    GL.setCapabilities(null);
    org.lwjgl.glfw.Callbacks.glfwFreeCallbacks(window);
    GLFW.glfwDestroyWindow(window);
    GLFW.glfwTerminate();
  }
}
