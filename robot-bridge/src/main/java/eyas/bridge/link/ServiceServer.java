package eyas.bridge.link;

/** A service that this node offers, until it is closed. */
public interface ServiceServer extends AutoCloseable {
  /** The service's full name. */
  String name();

  @Override
  void close();
}
