package eyas.assets.policy;

import eyas.assets.config.Config;
import eyas.assets.config.ConfigException;
import eyas.assets.config.ConfigReader;
import eyas.assets.config.ConfigWriter;
import java.util.Optional;

/** The contents of {@code policy.json}. */
record BundleDocument(
    int format,
    PolicyContract contract,
    String weightsSha256,
    Optional<GateReport> gate,
    Optional<Seal> seal) {
  /** The only format so far. */
  static final int FORMAT = 1;

  /** Reads the text of a {@code policy.json}. */
  static BundleDocument parse(String json, String source) {
    try {
      Config config = ConfigReader.json(json, source);
      Object format = config.find("format").map(node -> node.plain()).orElse("missing");
      BundleException.require(
          format.equals((long) FORMAT),
          source + ": the format is " + format + ", but this version of Eyas reads format 1 only.");
      return config.bind(BundleDocument.class);
    } catch (ConfigException failure) {
      throw new BundleException(
          "The bundle is damaged or was changed by hand: " + failure.getMessage(), failure);
    }
  }

  /** The text of the file. */
  String json() {
    return ConfigWriter.prettyJson(this);
  }
}
