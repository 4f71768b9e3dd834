package se.byggsten.forms;

import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A course with rows of participants, whose price hangs on how many they are and what they eat. */
public final class Kurs {
  private Kurs() {}

  /** With a last page that is shown when a condition holds, and more texts. */
  public static FormDefinition form(String pays, Map<String, String> more) {
    Map<String, String> texts = new TreeMap<>(more);
    texts.put("form.title", "Ansökan");
    texts.put("vilka.title", "Deltagare");
    texts.put("kostar.title", "Vad kostar det?");
    texts.put("summa.label", "Summa");
    FieldDefinition name = field("vem", "text").required(true).build();
    PageDefinition one = page("en", name);
    PageDefinition food =
        page(
            "mat",
            field("servering", "yes-no").required(true).build(),
            field("antal", "number").build());
    FieldDefinition sum =
        field("summa", "calculated")
            .value("size(deltagare) * 150.0 + (servering ? antal * 85.0 : 0.0)")
            .build();
    return FormDefinition.builder("kurs", 1)
        .pages(
            List.of(
                PageDefinition.repeat("vilka", GroupDefinition.of("deltagare", 0, 5, List.of(one))),
                food,
                page("kostar", sum),
                page("betalning", field("hur", "text").build()).showIf(pays)))
        .texts(FormTexts.of(Map.of("sv", texts)))
        .build();
  }
}
