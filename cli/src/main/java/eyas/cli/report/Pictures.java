package eyas.cli.report;

import eyas.cli.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The section with a run's pictures; they lie in the page itself. */
final class Pictures {
  private static final String SUFFIX = ".png";

  private Pictures() {}

  /** Returns the section, or nothing where there are no pictures. */
  static String section(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
      if (all.isEmpty()) {
        return "";
      }
      StringBuilder html = new StringBuilder("<section><h2>pictures</h2>\n");
      for (Path file : all) {
        html.append(figure(file));
      }
      return html.append("</section>\n").toString();
    } catch (IOException failure) {
      throw new RunException("Cannot read the pictures in " + folder + ": " + failure, failure);
    }
  }

  private static String figure(Path file) throws IOException {
    String name = file.getFileName().toString();
    String caption = Html.escape(name.substring(0, name.length() - SUFFIX.length()));
    String data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    return "<figure><img style=\"max-width:100%\" alt=\""
        + caption
        + "\" src=\"data:image/png;base64,"
        + data
        + "\"><figcaption>"
        + caption
        + "</figcaption></figure>\n";
  }
}
