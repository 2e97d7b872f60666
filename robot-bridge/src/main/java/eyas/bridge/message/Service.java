package eyas.bridge.message;

/**
 * A service: a request and its response.
 *
 * @param name package and name, such as {@code std_srvs/SetBool}
 * @param md5 checksum by the rules of ROS 1: 32 hexadecimal digits
 * @param request type of the request
 * @param response type of the response
 */
public record Service<Q extends Message, A extends Message>(
    String name, String md5, MessageType<Q> request, MessageType<A> response) {}
