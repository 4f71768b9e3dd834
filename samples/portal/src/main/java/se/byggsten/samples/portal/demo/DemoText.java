package se.byggsten.samples.portal.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.conformance.RequirementResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.data.JsonWriter;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.TestPersons;

/** What the demo tells the person at the keyboard, or the program that reads its JSON. */
final class DemoText {
  private DemoText() {}

  /** Tells where the portal is, whom one can be there, and where data lies. */
  static List<String> greeting(Demo demo, boolean json) {
    return json ? List.of(JsonWriter.compact().write(facts(demo))) : lines(demo);
  }

  private static Map<String, Object> facts(Demo demo) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("url", demo.url() + "/");
    demo.caFile().ifPresent(file -> facts.put("ca", file.toString()));
    facts.put("data", demo.folders().data().toString());
    facts.put("archive", demo.folders().archive().toString());
    facts.put("mail", demo.folders().mail().toString());
    facts.put("virusScanner", demo.scansFiles() ? "clamd" : "none");
    facts.put(
        "testPersons",
        TestPersons.all().stream()
            .map(
                person ->
                    Map.of(
                        "id", person.id(),
                        "name", person.name(),
                        "number", person.identifier().orElseThrow().canonical(),
                        "role", person.userId().isPresent() ? "handler" : "citizen"))
            .toList());
    return facts;
  }

  private static List<String> lines(Demo demo) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Eksta kommun: Ansökan om kolloplats");
    lines.add("");
    lines.add("  Öppna / Open        " + demo.url() + "/");
    demo.caFile().ifPresent(file -> lines.add("  CA                  " + file));
    lines.add("  Data                " + demo.folders().data());
    lines.add("  Arkiv / Archive     " + demo.folders().archive());
    lines.add("  E-post / E-mail     " + demo.folders().mail());
    if (demo.scansFiles()) {
      lines.add("  Virus               clamd");
    } else {
      lines.add(
          "  Virus               Filer genomsöks inte: bara EICAR-teststrängen hittas (--clamd)");
      lines.add("                      Files are not scanned: only the EICAR test string is found");
    }
    lines.add("");
    lines.add("  Testpersoner / Test persons (Skatteverkets testnummer)");
    for (TestPerson person : TestPersons.all()) {
      lines.add(
          "    %-16s %-20s %s"
              .formatted(
                  person.identifier().orElseThrow().canonical(),
                  person.name(),
                  person.userId().isPresent() ? "handläggare / case handler" : ""));
    }
    lines.add("");
    lines.add("Stoppa med Ctrl-C. / Stop with Ctrl-C.");
    return lines;
  }

  /** Tells what the check came to, and where to read more. */
  static List<String> result(DemoCheck.Result result, boolean json) {
    return json ? List.of(JsonWriter.compact().write(facts(result))) : lines(result);
  }

  private static Map<String, Object> facts(DemoCheck.Result result) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("conforms", result.exitCode() == 0);
    facts.put("summary", result.report().summary());
    facts.put("html", result.files().html().toString());
    facts.put("json", result.files().json().toString());
    facts.put("junit", result.files().junit().toString());
    facts.put("package", result.archived().map(Path::toString).orElse(null));
    facts.put(
        "blocking",
        result.report().blocking().stream().map(one -> one.entry().id().value()).toList());
    facts.put("notes", result.notes());
    return facts;
  }

  private static List<String> lines(DemoCheck.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(result.report().summary());
    for (RequirementResult one : result.report().blocking()) {
      lines.add("  %s %s: %s".formatted(one.verdict(), one.entry().id(), why(one)));
    }
    result.notes().forEach(note -> lines.add("  Obs: " + note));
    lines.add("");
    lines.add("  report.html   " + result.files().html());
    lines.add("  report.json   " + result.files().json());
    lines.add("  junit.xml     " + result.files().junit());
    lines.add(
        "  Paket/package "
            + result
                .archived()
                .map(Path::toString)
                .orElse("kom inte inom väntetiden / did not come in time"));
    return lines;
  }

  private static String why(RequirementResult one) {
    return one.findings().stream()
        .map(Finding::message)
        .findFirst()
        .orElseGet(() -> String.join("; ", one.evidence()));
  }
}
