package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.samples.portal.kollo.KolloAnswers;

/** Answers to the application that are right, by the name of the field. */
public final class Answers {
  private Answers() {}

  /** Right answers to all pages; of several for one field the first. */
  public static Map<String, String> complete() {
    Map<String, String> answers = new LinkedHashMap<>();
    KolloAnswers.complete().values().forEach((name, values) -> answers.put(name, values.get(0)));
    // What an earlier visit chose too much is taken back.
    answers.put("andraVal", "");
    answers.put("tredjeVal", "");
    answers.remove("namn"); // The login has given it, and it is locked.
    return answers;
  }

  /** The other custodian's part of the invoice, with a power of attorney. */
  static FormData invoicePart(Exchange page, String email) {
    Map<String, List<String>> answers =
        Map.of("betalarHalva", List.of("yes"), "fakturaEpost", List.of(email));
    byte[] pdf = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    return FormData.filled(Visitor.mainForm(page), answers)
        .with("fakturaFullmakt", new FormData.Upload("fullmakt.pdf", "application/pdf", pdf));
  }
}
