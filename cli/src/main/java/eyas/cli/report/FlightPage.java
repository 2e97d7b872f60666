package eyas.cli.report;

import eyas.assets.files.AtomicFiles;
import eyas.cli.run.Flight;
import eyas.cli.run.Json;
import eyas.cli.run.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A page with nothing but the animation of flights: one file that loads nothing else. */
public final class FlightPage {
  private FlightPage() {}

  /**
   * Writes the page.
   *
   * @param title heading of the page
   */
  public static void write(Path file, String title, List<Flight> flights) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    page.append("<title>").append(Html.escape(title)).append("</title>\n<style>\n");
    page.append(resource("report.css")).append("</style></head><body><main>\n");
    page.append("<h1>").append(Html.escape(title)).append("</h1>\n");
    page.append(section(Json.line(flights))).append("</main></body></html>\n");
    AtomicFiles.write(file, page.toString());
  }

  /** Returns the section with the animation. */
  static String section(String json) {
    // no tag can end inside the script
    String data = json.replace("<", "\\u003c");
    return resource("flights.html")
        .replace("/*FLIGHTS*/[]", data)
        .replace("/*SCRIPT*/", resource("flights.js"));
  }

  /** Returns a resource of this package. */
  static String resource(String name) {
    try (InputStream stream = FlightPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new RunException("The class path holds no eyas/cli/report/" + name + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new RunException("Cannot read eyas/cli/report/" + name + ": " + failure, failure);
    }
  }
}
