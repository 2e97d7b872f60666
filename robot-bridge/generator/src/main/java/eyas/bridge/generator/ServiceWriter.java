package eyas.bridge.generator;

/** Writes the Java source of one service. */
final class ServiceWriter {
  private final DefinitionSet set;

  ServiceWriter(DefinitionSet set) {
    this.set = set;
  }

  /** Returns the source of the class that holds a service's types. */
  String source(ServiceDefinition service) {
    String name = JavaNames.type(service.simpleName());
    String request = JavaNames.type(service.request().simpleName());
    String response = JavaNames.type(service.response().simpleName());
    return """
        package eyas.bridge.message.%1$s;

        /** Service {@code %2$s}. */
        @javax.annotation.processing.Generated("eyas.bridge.generator.Generator")
        public final class %3$s {
          /** Name, checksum and types. */
          public static final eyas.bridge.message.Service<%4$s, %5$s> SERVICE =
              new eyas.bridge.message.Service<>(
                  "%2$s", "%6$s", %4$s.TYPE, %5$s.TYPE);

          private %3$s() {}
        }
        """
        .formatted(
            service.packageName(), service.name(), name, request, response, set.md5(service));
  }
}
