package se.byggsten.conformance.checks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;

/** FRM: what the server takes and turns down. */
final class FormValueChecks {
  private static final Pattern FORM_ID = Pattern.compile("(?i)(form[-_.: ]?id)\\W{1,12}[\\w.-]+");
  private static final Pattern FORM_VERSION =
      Pattern.compile("(?i)(form[-_.: ]?version)\\W{1,12}[\\w.-]+");
  private static final Pattern FORM_OBJECT =
      Pattern.compile(
          "\"form\"\\s*:\\s*\\{(?=[^{}]*\"id\"\\s*:\\s*\"[\\w.-]+\")"
              + "(?=[^{}]*\"version\"\\s*:\\s*\"?[\\w.-]+)");

  private FormValueChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-FRM-11", FormValueChecks::attachments),
        ObservationCheck.of(
            "SK-FRM-13",
            (o, c) ->
                refused(o, c, Probe.WRONG_CHECK_DIGIT, "ett personnummer med fel kontrollsiffra")),
        ObservationCheck.of(
            "SK-FRM-14",
            (o, c) ->
                refused(
                    o, c, Probe.VALUES_OUT_OF_BOUNDS, "ett värde som sidan själv inte tillåter")),
        ObservationCheck.of("SK-FRM-15", FormValueChecks::formVersion));
  }

  private static CheckResult attachments(ServiceObservation o, Conclusion c) {
    List<Exchange> pages =
        FormChecks.questions(o).stream()
            .filter(p -> WebForm.in(p).stream().anyMatch(f -> f.has("file")))
            .toList();
    if (pages.isEmpty()) {
      boolean expected =
          o.manifest().verification().filter(v -> v.attachmentField().isPresent()).isPresent();
      return expected || FormChecks.questions(o).isEmpty()
          ? c.unseen("Ingen sida med bilagor nåddes").conclude()
          : c.notApplicable("Tjänsten tar inte emot bilagor");
    }
    for (Exchange page : pages) {
      PageDocument document = Sight.read(page);
      String path = page.uri().getPath();
      c.must(
          document.mainSays("\\bpdf\\b|\\bjpe?g\\b|\\bpng\\b|\\bdocx\\b"),
          path,
          "sidan säger inte vilka filformat som går att bifoga",
          "Skriv ut formaten, till exempel PDF och JPG.");
      c.must(
          document.mainSays("\\d+\\s*(kb|mb|megabyte|kilobyte)"),
          path,
          "sidan säger inte hur stor en bilaga får vara",
          "Skriv ut gränsen, till exempel högst 10 MB.");
      c.must(
          document.mainSays(
              "\\d+\\s*(fil|bilag|file|attachment|dokument)|(en|ett|two|one|två|tre|fyra|fem) (fil|bilag|file|dokument)"),
          path,
          "sidan säger inte hur många bilagor som går att lämna",
          "Skriv ut antalet, till exempel högst 5 filer.");
    }
    refuse(o, c, Probe.LYING_ATTACHMENT, "ett program med namn som ett dokument");
    refuse(o, c, Probe.OVERSIZE_ATTACHMENT, "en fil över gränsen");
    return c.conclude();
  }

  private static CheckResult refused(ServiceObservation o, Conclusion c, Probe probe, String what) {
    refuse(o, c, probe, what);
    return c.conclude();
  }

  private static void refuse(ServiceObservation o, Conclusion c, Probe probe, String what) {
    List<Exchange> answers = o.probe(probe);
    if (answers.isEmpty()) {
      c.unseen("Ingen sida där " + what + " kunde prövas");
    }
    for (Exchange answer : answers) {
      c.must(
          Sight.refused(answer),
          String.valueOf(answer.uri().getPath()),
          answer.summary() + ": servern tog emot " + what,
          "Pröva värdet på servern, och visa sidan igen med felet i text.");
    }
    if (!answers.isEmpty()) {
      c.saw(answers.size() + " försök med " + what + "; svar " + statuses(answers));
    }
  }

  static String statuses(List<Exchange> answers) {
    return String.join(
        ", ", answers.stream().map(e -> String.valueOf(e.status())).distinct().sorted().toList());
  }

  private static CheckResult formVersion(ServiceObservation o, Conclusion c) {
    if (o.archived().isEmpty()) {
      return c.unseen("Inget arkivpaket hittades").conclude();
    }
    for (Map.Entry<String, byte[]> file : o.archived().get().files().entrySet()) {
      if (file.getKey().matches(".*\\.(xml|json)") && !file.getKey().endsWith("METS.xml")) {
        String text = new String(file.getValue(), StandardCharsets.UTF_8);
        boolean named = FORM_ID.matcher(text).find() && FORM_VERSION.matcher(text).find();
        if (named || FORM_OBJECT.matcher(text).find()) {
          return c.saw(file.getKey() + " i arkivpaketet anger formulärets id och version")
              .conclude();
        }
      }
    }
    return c.broken(
            "arkivpaket",
            "Ingen fil i arkivpaketet anger formulärets id och version",
            "Lägg formulärets id, version och kontrollsumma i paketet.")
        .conclude();
  }
}
