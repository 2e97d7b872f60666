package eyas.bridge.generator;

/**
 * A parsed service definition.
 *
 * @param name package and name, such as {@code std_srvs/SetBool}
 * @param request named {@code std_srvs/SetBoolRequest}
 * @param response named {@code std_srvs/SetBoolResponse}
 */
public record ServiceDefinition(String name, Definition request, Definition response) {
  /** The package, such as {@code std_srvs}. */
  public String packageName() {
    return request.packageName();
  }

  /** The name without the package. */
  public String simpleName() {
    return name.substring(name.indexOf('/') + 1);
  }
}
