package se.byggsten.forms;

import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;

/** A form with children in rows, medicines in rows of theirs, an exit and a sum. */
public final class Barnen {
  private Barnen() {}

  /** The form. */
  public static FormDefinition form() {
    return builder().build();
  }

  static FormDefinitionBuilder builder() {
    FieldDefinition kommun = field("kommun", "yes-no").required(true).build();
    FieldDefinition namn = field("namn", "text").required(true).deferrable(true).build();
    FieldDefinition alder = field("alder", "number").required(true).build();
    FieldDefinition skola =
        field("skola", "text").required(true).showIf("alder >= 6 && kommun").build();
    FieldDefinition medicin = field("medicin", "yes-no").required(true).build();
    FieldDefinition preparat = field("preparat", "text").required(true).build();
    FieldDefinition dos =
        field("dos", "number").required(true).showIf("alder < 12 && preparat != ''").build();
    FieldDefinition antal =
        field("antalDoser", "calculated")
            .value("sum(barn.map(b, sum(b.mediciner.map(m, m.dos))))")
            .settings(Map.of("format", "number"))
            .build();
    FieldDefinition meddelande =
        field("meddelande", "text").showIf("barn.exists(b, b.alder < 7)").build();
    GroupDefinition mediciner =
        GroupDefinition.of("mediciner", 1, 2, List.of(page("preparat", preparat, dos)));
    GroupDefinition barn =
        GroupDefinition.of(
            "barn",
            1,
            3,
            List.of(
                page("om-barnet", namn, alder, skola),
                page("halsa", medicin),
                PageDefinition.repeat("mediciner", mediciner).showIf("medicin")));
    Map<String, String> texts = new TreeMap<>();
    texts.put("form.title", "Barnen");
    texts.put("barn.row", "{namn}, {alder} år");
    texts.put("barn.one", "ett barn");
    return FormDefinition.builder("barnen", 1)
        .pages(
            List.of(
                PageDefinition.of("start", PageKind.INTRO, List.of()),
                page("bor", kommun),
                PageDefinition.exit("nej", "'kommun' in answered && !kommun"),
                PageDefinition.repeat("barnen", barn),
                page("ovrigt", meddelande, antal),
                PageDefinition.of("granska", PageKind.REVIEW, List.of())))
        .texts(FormTexts.of(Map.of("sv", texts)));
  }

  static FormState begun(FormRun run) {
    FormState state = run.post(run.start(Map.of()), "start", PostedFields.with()).state();
    return run.post(state, "bor", PostedFields.with("kommun", "yes")).state();
  }

  static FormState child(FormRun run, FormState state, int row, String name, int age) {
    FormState next =
        run.post(
                state,
                "om-barnet/" + row,
                age < 6
                    ? PostedFields.with("namn", name, "alder", "" + age)
                    : PostedFields.with("namn", name, "alder", "" + age, "skola", "Skolan"))
            .state();
    return run.post(next, "halsa/" + row, PostedFields.with("medicin", "no")).state();
  }
}
