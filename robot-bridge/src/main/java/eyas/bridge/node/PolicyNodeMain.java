package eyas.bridge.node;

import eyas.assets.policy.BundleException;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.safety.GuardException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a {@link PolicyNode} from the command line, with ROS arguments: {@code from:=to}, {@code
 * _parameter:=value}, {@code __name:=}, {@code __ns:=}. {@code _middleware:=ros1} or the variable
 * {@code EYAS_MIDDLEWARE} chooses the middleware.
 */
public final class PolicyNodeMain {
  private static final String MIDDLEWARE = "_middleware:=";
  private static final int CONFIGURATION = 3;

  private PolicyNodeMain() {}

  /**
   * Runs until the node is asked to leave.
   *
   * @param arguments ROS arguments
   */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      List<String> rest = new ArrayList<>(List.of(arguments));
      rest.removeIf(argument -> argument.startsWith(MIDDLEWARE));
      NodeRunner.run(
          NodeRunner.provider(middleware(arguments, System.getenv())), new PolicyNode(), rest);
    } catch (BundleException | FamilyException | GuardException | LinkException refused) {
      System.err.println(refused.getMessage());
      System.exit(CONFIGURATION);
    }
  }

  private static String middleware(String[] arguments, Map<String, String> environment) {
    for (String argument : arguments) {
      if (argument.startsWith(MIDDLEWARE)) {
        return argument.substring(MIDDLEWARE.length());
      }
    }
    return environment.getOrDefault("EYAS_MIDDLEWARE", "ros1");
  }
}
