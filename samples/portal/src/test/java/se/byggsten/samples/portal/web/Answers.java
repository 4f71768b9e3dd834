package se.byggsten.samples.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
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
}
