package eyas.bridge.link;

/** The log of a node. */
public interface Log {
  /** Something that helps to find an error. */
  void debug(String message);

  /** Something that is good to know. */
  void info(String message);

  /** Something that is wrong, and that the node can live with. */
  void warn(String message);

  /** Something that keeps the node from its work. */
  void error(String message);
}
