package eyas.cli.report;

import eyas.assets.files.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A page of figures, tables and curves: one file that loads nothing else. */
public final class CurvePage {
  private CurvePage() {}

  /**
   * Writes the page.
   *
   * @param file written aside and renamed
   * @param title heading
   * @param good whether the badge says that all went well
   * @param verdict text of the badge
   * @param values figures; maps of like maps become tables
   * @param curves pictures
   */
  public static void write(
      Path file,
      String title,
      boolean good,
      String verdict,
      Map<String, Object> values,
      List<TimeCurve> curves) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    page.append("<title>").append(Html.escape(title)).append("</title>\n<style>\n");
    page.append(FlightPage.resource("report.css")).append("</style></head><body><main>\n");
    page.append("<h1>").append(Html.escape(title)).append("</h1>\n<p class=\"facts\">");
    page.append("<span class=\"badge ").append(good ? "good" : "bad").append("\">");
    page.append(Html.escape(verdict)).append("</span></p>\n<div class=\"charts\">\n");
    curves.forEach(curve -> page.append(new TimeChart(curve).svg()));
    page.append("</div>\n").append(Html.tree(values, 2)).append("</main></body></html>\n");
    AtomicFiles.write(file, page.toString());
  }
}
