package eyas.bridge.link;

import eyas.bridge.message.Message;
import java.util.concurrent.CompletableFuture;

/** Calls a service; the connection stays open between calls. */
public interface ServiceClient<Q extends Message, A extends Message> extends AutoCloseable {
  /**
   * Calls the service, without waiting.
   *
   * @param request what is asked
   * @return the response, or a {@link LinkException} when the service is not there or refuses
   */
  CompletableFuture<A> call(Q request);

  @Override
  void close();
}
