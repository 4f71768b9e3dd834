package se.byggsten.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.RequirementResult;
import se.byggsten.conformance.internal.Markup;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Verdict;

/**
 * Writes the results of the profile as JUnit XML, which build servers show.
 *
 * <p>A suite is a group of requirements and a case is a requirement. {@code FAIL} is a failure;
 * {@code NOT_VERIFIED} is an error when it blocks, and else skipped; {@code NOT_APPLICABLE} is
 * skipped.
 */
public final class JUnitReport {
  private JUnitReport() {}

  /**
   * Returns the report as JUnit XML.
   *
   * @param report the report
   * @return the XML, in UTF-8
   */
  public static String render(ConformanceReport report) {
    Map<String, List<RequirementResult>> groups =
        report.inProfile().stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.entry().requirement().group(), LinkedHashMap::new, Collectors.toList()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(xml, "testsuites", report.summary(), report.inProfile());
    xml.append(">\n");
    groups.forEach(
        (group, results) -> {
          open(xml, "testsuite", group + " " + results.get(0).entry().groupTitle(), results);
          xml.append(" timestamp=\"").append(report.at()).append("\">\n");
          results.forEach(r -> testcase(xml, r));
          xml.append("</testsuite>\n");
        });
    return xml.append("</testsuites>\n").toString();
  }

  private static void open(
      StringBuilder xml, String element, String name, List<RequirementResult> results) {
    xml.append('<').append(element);
    attribute(xml, "name", name);
    attribute(xml, "tests", Integer.toString(results.size()));
    attribute(xml, "failures", count(results, Outcome.FAILURE));
    attribute(xml, "errors", count(results, Outcome.ERROR));
    attribute(xml, "skipped", count(results, Outcome.SKIPPED));
    attribute(xml, "time", "0");
  }

  private static void testcase(StringBuilder xml, RequirementResult result) {
    xml.append("<testcase");
    attribute(xml, "classname", "byggsten." + result.entry().requirement().group());
    attribute(xml, "name", result.id() + " " + result.entry().requirement().text());
    attribute(xml, "time", "0");
    xml.append(">\n");
    Outcome outcome = Outcome.of(result);
    if (outcome != Outcome.PASSED) {
      xml.append('<').append(outcome.element);
      attribute(xml, "message", message(result));
      if (outcome != Outcome.SKIPPED) {
        attribute(xml, "type", result.verdict().name());
        xml.append('>').append(Markup.escape(details(result)));
        xml.append("</").append(outcome.element).append(">\n");
      } else {
        xml.append("/>\n");
      }
    }
    xml.append("<system-out>")
        .append(Markup.escape(String.join("\n", result.evidence())))
        .append("</system-out>\n</testcase>\n");
  }

  private static String message(RequirementResult result) {
    return result
        .acceptance()
        .map(a -> "Godtas utan verifiering till och med " + a.expires() + ": " + a.reason())
        .orElseGet(
            () ->
                result.findings().stream()
                    .findFirst()
                    .map(Finding::message)
                    .orElseGet(() -> result.evidence().get(0)));
  }

  private static String details(RequirementResult result) {
    return result.findings().stream()
        .map(f -> f.code() + " " + f.where() + ": " + f.message() + " " + f.remedy())
        .collect(Collectors.joining("\n"));
  }

  private static String count(List<RequirementResult> results, Outcome outcome) {
    return Long.toString(results.stream().filter(r -> Outcome.of(r) == outcome).count());
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    String line = Markup.escape(value).replace("\n", "&#10;").replace("\t", "&#9;");
    xml.append(' ').append(name).append("=\"").append(line).append('"');
  }

  private enum Outcome {
    PASSED(""),
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }

    static Outcome of(RequirementResult result) {
      if (result.verdict() == Verdict.PASS) {
        return PASSED;
      }
      if (result.verdict() == Verdict.FAIL) {
        return FAILURE;
      }
      return result.blocks() ? ERROR : SKIPPED;
    }
  }
}
