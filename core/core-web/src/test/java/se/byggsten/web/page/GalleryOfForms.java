package se.byggsten.web.page;

import java.util.List;
import java.util.Locale;
import se.byggsten.web.Html;
import se.byggsten.web.component.AddAnother;
import se.byggsten.web.component.Affix;
import se.byggsten.web.component.Autocomplete;
import se.byggsten.web.component.BackLink;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Checkboxes;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.DateInput;
import se.byggsten.web.component.Details;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.Pagination;
import se.byggsten.web.component.Panel;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.ResumeCode;
import se.byggsten.web.component.Select;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Tag;
import se.byggsten.web.component.TaskList;
import se.byggsten.web.component.TextInput;

/** Pages of forms with rows, lists and codes. */
final class GalleryOfForms {
  static final Locale YI = Locale.forLanguageTag("yi");

  private GalleryOfForms() {}

  /** Everything that has a left and a right, from right to left. */
  static Page yiddish() {
    return Page.builder("yiddish", "די קינדער")
        .error(false)
        .aboveMain(BackLink.of(YI, "rows.html").toHtml())
        .progress(Progress.of(2, 6, "די קינדער"))
        .language(Gallery.SV, "rows.html")
        .language(YI, "yiddish.html")
        .loggedIn(Gallery.TOLVAN)
        .body(
            Html.concat(
                Gallery.heading("די קינדער"),
                Html.of(
                    TextInput.builder("namn").locale(YI).label("וויאַזוי הייסט דאָס קינד?").build(),
                    DateInput.builder("fodd")
                        .locale(YI)
                        .legend("ווען איז דאָס קינד געבוירן?")
                        .error("שרײַב אַ טאָג צווישן 1 און 31")
                        .build(),
                    Radios.builder("val")
                        .locale(YI)
                        .legend("וואָס ווילסטו?")
                        .choice(Choice.of("a", "אַ לאַגער בײַם ים"))
                        .choice(Choice.of("b", "אַ לאַגער אין וואַלד"))
                        .value("a")
                        .build(),
                    Checkboxes.builder("mer")
                        .locale(YI)
                        .legend("נאָך עפּעס?")
                        .choice(Choice.of("a", "עסן"))
                        .values(List.of("a"))
                        .build(),
                    TextInput.builder("hyra")
                        .locale(YI)
                        .label("געלט")
                        .suffix(Affix.of("kr"))
                        .width(5)
                        .build(),
                    Details.of("פֿאַר וואָס פֿרעגן מיר?", Html.text("ווײַל")),
                    new InsetText(Html.text("געדענק"), Block.NONE),
                    TaskList.of(
                        List.of(
                            TaskList.Task.of(
                                "קינד", "x", Tag.of("פֿאַרטיק", Tag.Colour.GREEN).toHtml()))),
                    AddAnother.builder(YI)
                        .entry(child(1, "Tolvan Tolvansson", "12 mars 2017"))
                        .build(),
                    Button.submit("ווײַטער"),
                    Button.start("הייב אָן", "x"),
                    Pagination.of(YI, 2, 5, "?s="),
                    new Panel(Html.text("פֿאַרטיק"), Html.text("א דאַנק"), 2, Block.NONE))))
        .build();
  }

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
