package se.byggsten.samples.portal.web;

import java.util.Map;

/** Answers to the application that are right, by the name of the field. */
public final class Answers {
  private Answers() {}

  /** Right answers to all pages. */
  public static Map<String, String> complete() {
    return Map.ofEntries(
        Map.entry("barnetsNamn", "Elsa Lindström"),
        Map.entry("barnetsPersonnummer", "20160112-2383"),
        Map.entry("relation", "vardnadshavare"),
        Map.entry("forstaVal", "solvik-v26"),
        Map.entry("andraVal", "grindso-v27"),
        Map.entry("behoverStod", "yes"),
        Map.entry("stodBeskrivning", "Behöver påminnas om sin medicin."),
        Map.entry("allergier", "Nötter"),
        Map.entry("simkunnighet", "lite"),
        Map.entry("epost", "anna@eksta.example"),
        Map.entry("telefon", "070-174 06 05"),
        Map.entry("adress", "Storgatan 12"),
        Map.entry("postnummer", "123 45"),
        Map.entry("ort", "Eksta"),
        Map.entry("intygar", "yes"));
  }
}
