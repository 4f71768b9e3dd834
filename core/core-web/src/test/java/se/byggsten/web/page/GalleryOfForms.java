package se.byggsten.web.page;

import java.util.List;
import se.byggsten.web.Html;
import se.byggsten.web.component.AddAnother;
import se.byggsten.web.component.Affix;
import se.byggsten.web.component.Autocomplete;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.DateInput;
import se.byggsten.web.component.ResumeCode;
import se.byggsten.web.component.Select;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Tag;
import se.byggsten.web.component.TaskList;
import se.byggsten.web.component.TextInput;

/** Pages of forms with rows, lists and codes. */
final class GalleryOfForms {
  private GalleryOfForms() {}

  static Page rows() {
    return Page.builder("rows", "Barnen")
        .body(
            Html.concat(
                Gallery.heading("Barnen"),
                AddAnother.builder(Gallery.SV)
                    .entry(child(1, "Tolvan Tolvansson", "12 mars 2017"))
                    .entry(child(2, "Ärlan Tolvansson", "3 maj 2019"))
                    .add("Lägg till ett barn till", "rows.html")
                    .build()
                    .toHtml(),
                Button.submit("Fortsätt").toHtml()))
        .build();
  }

  private static AddAnother.Entry child(int number, String name, String born) {
    return new AddAnother.Entry(
        "Barn " + number,
        List.of(
            SummaryList.Row.of("Namn", Html.text(name)),
            SummaryList.Row.of("Född", Html.text(born))),
        "rows.html",
        "rows.html");
  }

  static Page lists() {
    Select.Builder school = Select.builder("skola").label("Vilken skola?").searchable();
    school.option("", "Välj skola");
    for (String name : List.of("Ängsskolan", "Åbyskolan", "Östra skolan", "Alskolan")) {
      school.option(name.substring(0, 3), name);
    }
    return Page.builder("lists", "Fler fält")
        .body(
            Html.concat(
                Gallery.heading("Fler fält"),
                Html.of(
                    school.value("Åby").build(),
                    Autocomplete.builder("ort")
                        .label("Vilken ort?")
                        .hint("Skriv de första bokstäverna")
                        .suggestions(List.of("Malmö", "Mölle", "Umeå", "Åmål"))
                        .build(),
                    DateInput.time("tid").legend("Vilken tid?").part("hour", "14").build(),
                    DateInput.month("manad")
                        .legend("Vilken månad började det?")
                        .error("Skriv en månad mellan 1 och 12")
                        .part("month", "13")
                        .wrongParts(List.of("month"))
                        .build(),
                    TextInput.builder("hyra").label("Hyra").suffix(Affix.of("kr")).width(5).build(),
                    TaskList.of(
                        List.of(
                            TaskList.Task.of(
                                "Barnet", "lists.html", Tag.of("Klart", Tag.Colour.GREEN).toHtml()),
                            TaskList.Task.of("Läger", "lists.html", Tag.of("Påbörjat").toHtml())
                                .withHint("Välj upp till tre"),
                            TaskList.Task.later("Skicka in", "Kan inte påbörjas än"))),
                    ResumeCode.of(Gallery.SV, "K7RM2XQ9TB4H", "22 december 2026"))))
        .build();
  }
}
