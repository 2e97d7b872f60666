package eyas.cli.report;

import eyas.assets.config.ConfigWriter;
import eyas.cli.run.Numbers;
import eyas.cli.run.RunException;
import eyas.cli.run.RunFolder;
import eyas.cli.run.RunHeader;
import eyas.cli.run.StageMarker;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page {@code report.html}: one file that loads nothing else. */
final class Page {
  private final RunFolder folder;
  private final Collection<StageMarker> stages;
  private final Curves curves;

  Page(RunFolder folder, Collection<StageMarker> stages, Curves curves) {
    this.folder = folder;
    this.stages = stages;
    this.curves = curves;
  }

  /** Returns the whole page. */
  String html() {
    RunHeader header = folder.header();
    String title = header.task() + " " + folder.name();
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    page.append("<title>").append(Html.escape(title)).append("</title>\n<style>\n");
    page.append(FlightPage.resource("report.css")).append("</style></head><body><main>\n");
    page.append("<h1>").append(Html.escape(title)).append("</h1>\n").append(facts(header));
    page.append(stageTable());
    page.append(flights()).append(Pictures.section(folder.pictures()));
    sections().forEach(page::append);
    page.append("<details><summary>config.yaml</summary><pre>");
    page.append(Html.escape(ConfigWriter.yaml(folder.config()))).append("</pre></details>\n");
    return page.append("</main></body></html>\n").toString();
  }

  private static String facts(RunHeader header) {
    return "<p class=\"facts\">"
        + Html.escape(
            "Started "
                + header.started()
                + ", seed "
                + header.seed()
                + ", profile "
                + header.profile()
                + header.preset().map(name -> ", preset " + name).orElse("")
                + header.gitCommit().map(commit -> ", commit " + commit).orElse(""))
        + "</p>\n";
  }

  private String stageTable() {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr><th>stage</th>");
    html.append(
        "<th>command</th><th class=\"number\">time</th><th>outcome</th></tr></thead><tbody>\n");
    for (StageMarker stage : stages) {
      html.append("<tr><th>").append(Html.escape(stage.stage())).append("</th><td>");
      html.append(stage.phase()).append("</td><td class=\"number\">");
      html.append(Numbers.duration(stage.seconds())).append("</td><td>");
      html.append("<span class=\"badge ").append(stage.done() ? "good" : "bad").append("\">");
      html.append(stage.done() ? "done" : "gate failed").append("</span></td></tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  // one section a stage: its figures, then its curves; also of a stage that has not ended yet
  private List<String> sections() {
    Map<String, Map<String, Object>> summaries = new LinkedHashMap<>();
    stages.forEach(stage -> summaries.put(stage.stage(), stage.summary()));
    curves.stages().keySet().forEach(name -> summaries.putIfAbsent(name, Map.of()));
    List<String> sections = new ArrayList<>();
    summaries.forEach((name, summary) -> sections.add(section(name, summary)));
    return sections;
  }

  private String section(String name, Map<String, Object> summary) {
    String content = Html.tree(summary, 3) + charts(name);
    return content.isEmpty()
        ? ""
        : "<section><h2>" + Html.escape(name) + "</h2>\n" + content + "</section>\n";
  }

  private String charts(String stage) {
    Map<String, List<Curves.Point>> figures = curves.stages().getOrDefault(stage, Map.of());
    if (figures.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<div class=\"charts\">\n");
    figures.forEach((name, points) -> html.append(new Chart(name, points).svg()));
    return html.append("</div>\n").toString();
  }

  private String flights() {
    if (!Files.isRegularFile(folder.flightsFile())) {
      return "";
    }
    try {
      return FlightPage.section(Files.readString(folder.flightsFile()));
    } catch (IOException failure) {
      throw new RunException("Cannot read " + folder.flightsFile() + ": " + failure, failure);
    }
  }
}
