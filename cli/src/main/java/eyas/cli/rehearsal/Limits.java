package eyas.cli.rehearsal;

/**
 * What counts as flown.
 *
 * @param hover mean distance in the hover at most [m]
 * @param eight root mean square distance in the figure-eight at most [m]
 */
public record Limits(double hover, double eight) {
  /** What the project asks for. */
  public static final Limits STANDARD = new Limits(0.1, 0.15);
}
