package eyas.bridge.ros1.master;

import eyas.bridge.ros1.xmlrpc.XmlRpcCall;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Many calls in one request ({@code system.multicall}), as roslaunch sends parameters. Each result
 * is a list of one value, or a fault; a fault of one call does not keep the others from being
 * answered.
 */
final class MultiCall {
  private static final int FAULT = 1;

  private MultiCall() {}

  /**
   * Answers all calls in order.
   *
   * @param call its only argument is a list of structures {@code methodName, params}
   * @param answer gives the value of one call
   */
  static List<Object> answer(XmlRpcCall call, Function<XmlRpcCall, Object> answer) {
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof List<?> calls)) {
      throw new XmlRpcException(
          "system.multicall takes one argument, a list of structures with methodName and params.");
    }
    List<Object> results = new ArrayList<>(calls.size());
    for (Object one : calls) {
      try {
        results.add(List.of(answer.apply(inner(one))));
      } catch (RuntimeException failure) {
        results.add(
            Map.of("faultCode", FAULT, "faultString", String.valueOf(failure.getMessage())));
      }
    }
    return results;
  }

  private static XmlRpcCall inner(Object structure) {
    if (structure instanceof Map<?, ?> map
        && map.get("methodName") instanceof String method
        && map.get("params") instanceof List<?> arguments) {
      if (method.equals("system.multicall")) {
        throw new XmlRpcException("A system.multicall within another one is not answered.");
      }
      return new XmlRpcCall(method, List.copyOf(arguments));
    }
    throw new XmlRpcException(
        "A call within system.multicall must be a structure with the text methodName and the list"
            + " params.");
  }
}
