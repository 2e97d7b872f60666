package eyas.sim.sensor;

import eyas.assets.spatial.Vec3;

/**
 * A round wall about the arena, which only cameras know: it keeps environments from seeing each
 * other. It is seen from its inside; from outside one looks through it.
 *
 * @param centre middle of its foot in the world [m]
 * @param radius [m]
 * @param height [m]
 */
public record ArenaWall(Vec3 centre, double radius, double height) {
  /** Checks the numbers. */
  public ArenaWall {
    SensorException.require(
        radius > 0 && height > 0 && centre.isFinite(),
        "An arena's wall has a radius of %s m and a height of %s m; give more than 0.",
        radius,
        height);
  }

  /** Returns a wall no higher than a tenth of its radius. */
  ArenaWall low() {
    return new ArenaWall(centre, radius, Math.min(height, radius / 10));
  }
}
