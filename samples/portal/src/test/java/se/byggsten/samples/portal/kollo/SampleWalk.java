package se.byggsten.samples.portal.kollo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.Trait;

/**
 * A way through a sample form.
 *
 * @param name tells it from the others; empty for the most common
 * @param form the form
 * @param inputs what the service says
 * @param values right answers, by the name that is posted, also to the pages of other parties
 */
public record SampleWalk(
    String name,
    FormDefinition form,
    Map<String, Object> inputs,
    Map<String, List<String>> values) {

  /** Ways that lead over every page of every sample form. */
  public static List<SampleWalk> all() {
    SampleWalk alone =
        new SampleWalk(
            "", KolloAnswers.FORM, KolloAnswers.EVERY_PLACE, KolloAnswers.complete().values());
    SampleWalk together =
        alone
            .with("together", "antalVardnadshavare", "tva")
            .with("together", "andraNamn", "Erik Lindström")
            .with("together", "andraPersonnummer", "19830301-2390")
            .with("together", "andraSkyddad", "no")
            .with("together", "andraTelefon", "070-174 06 07")
            .with("together", "andraBor", "annan")
            .with("together", "andraAdress-street", "Lillgatan 3")
            .with("together", "andraAdress-postal-code", "123 45")
            .with("together", "andraAdress-city", "Eksta")
            .with("together", "delaFaktura", "yes")
            .with("together", "betalarHalva", "yes")
            .with("together", "fakturaEpost", "erik@eksta.example");
    SampleWalk hidden =
        together.with("protected", "skyddad", "ja").with("protected", "andraSkyddad", "yes");
    SampleWalk fault =
        new SampleWalk(
            "felanmalan",
            FormYaml.load(SampleWalk.class.getClassLoader(), "forms/felanmalan"),
            Map.of(),
            Map.ofEntries(
                Map.entry("galler", List.of("fel")),
                Map.entry("anlaggning", List.of("lekplats")),
                Map.entry("farligt", List.of("no")),
                Map.entry("beskrivning", List.of("Gungan är trasig & <sned>.")),
                Map.entry("platsNamn", List.of("Lekplatsen i Ekparken")),
                Map.entry("koordinater-north", List.of("59,33")),
                Map.entry("koordinater-east", List.of("18,06")),
                Map.entry("vill", List.of("yes")),
                Map.entry("namn", List.of("Åsa Ek")),
                Map.entry("epost", List.of("asa@eksta.example")),
                Map.entry("telefon", List.of(""))));
    return List.of(alone, together, hidden, fault);
  }

  private SampleWalk with(String other, String field, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(field, List.of(value));
    return new SampleWalk(other, form, inputs, changed);
  }

  /** The state in which all is answered. */
  public FormState complete(FormRun run) {
    FormState state = run.withInputs(run.start(Map.of()), inputs);
    for (String at = run.current(state); !at.equals("granska"); at = run.current(state)) {
      state = run.post(state, at, PostedFields.of(of(at))).state();
    }
    return state;
  }

  /** The definition of the page with a path. */
  PageDefinition page(String path) {
    return form.page(Place.name(path)).orElseThrow();
  }

  /** The answers of a page, as a browser would post them. */
  Map<String, List<String>> of(String path) {
    Map<String, List<String>> posted = new LinkedHashMap<>();
    for (FieldDefinition field : page(path).fields()) {
      if (field.isAsked() && !field.has(Trait.FILES)) {
        for (String part : field.type().parts()) {
          List<String> value = values.get(field.id() + part);
          if (value != null) {
            posted.put(field.id() + part, value);
          }
        }
      }
    }
    return posted;
  }

  /** What nobody can read in every input where something may be written. */
  Map<String, List<String>> unreadable(String path) {
    Map<String, List<String>> posted = new LinkedHashMap<>(of(path));
    for (FieldDefinition field : page(path).fields()) {
      if (field.isAsked() && field.has(Trait.TYPED)) {
        field.type().parts().forEach(part -> posted.put(field.id() + part, List.of("?\u0007x")));
      }
    }
    return posted;
  }
}
