package eyas.sim.engine.scene;

import eyas.sim.engine.EngineException;
import java.util.Arrays;

/**
 * One action for each command: {@code offset + scale * clamp(action, -1, 1)}. An action that is not
 * a number stays one, so that the fault is seen and not flown.
 */
public final class AffineCommands implements CommandMap {
  private final float[] offset;
  private final float[] scale;

  /**
   * Keeps copies of the factors.
   *
   * @param offset command of the action 0, in the command's unit, [commands]
   * @param scale command of the action 1 less that of 0, in the command's unit, [commands]
   */
  public AffineCommands(float[] offset, float[] scale) {
    if (offset.length != scale.length) {
      throw new EngineException(
          "A command map was given %d offsets and %d scales; it needs one of each for a command."
              .formatted(offset.length, scale.length));
    }
    this.offset = offset.clone();
    this.scale = scale.clone();
  }

  /** Returns a map whose actions of -1 to 1 are the commands themselves. */
  public static AffineCommands unit(int commands) {
    return scaled(commands, 1);
  }

  /** Returns a map whose actions of -1 to 1 are commands of -{@code scale} to {@code scale}. */
  public static AffineCommands scaled(int commands, double scale) {
    float[] factors = new float[commands];
    Arrays.fill(factors, (float) scale);
    return new AffineCommands(new float[commands], factors);
  }

  @Override
  public int actions() {
    return offset.length;
  }

  @Override
  public int commands() {
    return offset.length;
  }

  @Override
  public void commands(float[] actions, int environments, float[] out) {
    EngineException.requireRows("commands", "action", actions, actions(), environments);
    EngineException.requireRows("commands", "command", out, commands(), environments);
    for (int command = 0; command < offset.length; command++) {
      for (int e = 0; e < environments; e++) {
        int at = command * environments + e;
        out[at] = offset[command] + scale[command] * Math.max(-1, Math.min(1, actions[at]));
      }
    }
  }
}
