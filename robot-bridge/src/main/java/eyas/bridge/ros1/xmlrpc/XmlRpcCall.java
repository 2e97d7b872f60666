package eyas.bridge.ros1.xmlrpc;

import java.util.List;

/**
 * A call of a method.
 *
 * @param method its name
 * @param arguments Boolean, Integer, Double, String, Instant, byte[], List, Map
 */
public record XmlRpcCall(String method, List<Object> arguments) {}
