package eyas.bridge.link;

import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Service;
import java.util.function.Function;

/**
 * A registered node. Names without a leading slash belong to the node's namespace, names with a
 * leading {@code ~} to the node itself; remappings are applied to all. All methods may be called
 * from any thread.
 */
public interface ConnectedNode extends AutoCloseable {
  /** The resolved name, such as {@code /drone/policy}. */
  String name();

  /** The node's time: the wall clock, or {@code /clock} where simulated time is used. */
  Clock clock();

  /** The node's log, which other nodes can read ({@code /rosout}) where the middleware has that. */
  Log log();

  /** The parameters. */
  ParameterTree parameters();

  /**
   * Resolves a name: namespace, private names, remappings.
   *
   * @param name as written in code
   * @return the full name, with a leading slash
   */
  String resolve(String name);

  /**
   * Advertises a topic.
   *
   * @param topic name
   * @param type what is published
   * @param quality queue, latching, reliability
   */
  <M extends Message> Publisher<M> newPublisher(String topic, MessageType<M> type, Quality quality);

  /**
   * Subscribes to a topic.
   *
   * @param topic name
   * @param type what is received
   * @param quality queue, reliability
   */
  <M extends Message> Subscriber<M> newSubscriber(
      String topic, MessageType<M> type, Quality quality);

  /**
   * A client of a service; the connection is made at the first call.
   *
   * @param name of the service
   * @param service its types
   * @throws LinkException if the middleware has no services
   */
  <Q extends Message, A extends Message> ServiceClient<Q, A> newServiceClient(
      String name, Service<Q, A> service);

  /**
   * Offers a service.
   *
   * @param name of the service
   * @param service its types
   * @param answer makes a response; an exception is told to the caller as a failed call
   * @throws LinkException if the middleware has no services
   */
  <Q extends Message, A extends Message> ServiceServer newServiceServer(
      String name, Service<Q, A> service, Function<Q, A> answer);

  /**
   * Called when the middleware asks the node to leave, or when {@link #close} is called.
   *
   * @param action what to do before publishers close
   */
  void onShutdown(Runnable action);

  /** Whether the node still takes part. */
  boolean running();

  /** Unregisters everything and closes all connections; a second call does nothing. */
  @Override
  void close();
}
