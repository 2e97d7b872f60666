package eyas.sim.sensor;

/** What carries a camera. */
public sealed interface Mount {
  /** The world: the camera does not move. */
  record World() implements Mount {}

  /**
   * A link of a robot.
   *
   * @param robot name of the robot in the scene
   * @param link name of the link in its model
   */
  record OnLink(String robot, String link) implements Mount {}

  /**
   * A free body.
   *
   * @param body name of the body in the scene
   */
  record OnBody(String body) implements Mount {}
}
