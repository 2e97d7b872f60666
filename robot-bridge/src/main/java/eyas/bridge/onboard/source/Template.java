package eyas.bridge.onboard.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places {@code @name@} to be filled in, kept as a resource beside this class. */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("@([A-Za-z][A-Za-z0-9-]*)@");

  private Template() {}

  /** Returns the text of a resource with every place filled in. */
  public static String fill(String resource, Map<String, String> values) {
    Matcher places = PLACE.matcher(text(resource));
    return places.replaceAll(
        place -> {
          String value = values.get(place.group(1));
          if (value == null) {
            throw new ExportException(
                "The template " + resource + " asks for " + place.group() + ", which is unknown.");
          }
          return Matcher.quoteReplacement(value);
        });
  }

  /** Returns the text of a resource as it is. */
  public static String text(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ExportException("The template " + resource + " is missing from the program.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new ExportException("The template " + resource + " cannot be read.", failure);
    }
  }
}
