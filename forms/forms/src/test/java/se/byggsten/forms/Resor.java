package se.byggsten.forms;

import static se.byggsten.forms.SmallForms.page;

import java.util.List;
import java.util.Map;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.source.FormRecords;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.type.FieldTypes;

/** The form that says everything a form can say, from each of the three sources. */
public final class Resor {
  private Resor() {}

  public static FormTexts texts() {
    return FormYaml.texts(Resor.class.getClassLoader(), "forms/resa", List.of("sv"));
  }

  public static FormDefinition yaml() {
    return FormYaml.load(Resor.class.getClassLoader(), "forms/resa");
  }

  public static FormDefinition record() {
    return FormRecords.read(Resa.class, texts());
  }

  public static FormDefinition built() {
    return FormDefinition.builder("resa", 2)
        .facts(
            new DataFacts(
                "Ordna resan", "Skollagen", PersonalData.ORDINARY, "23 kap. 2 § OSL", "preserve"))
        .classification("2.5")
        .draftDays(30)
        .drafts(3)
        .sendAnyway(true)
        .validateOn(ValidateOn.REVIEW)
        .plainLanguage(Map.of("lix", 35, "label-characters", 60))
        .inputs(
            Map.of(
                "platser", InputType.NUMBER,
                "roll", InputType.TEXT,
                "start", InputType.DATE,
                "stangd", InputType.YES_NO,
                "skolor", InputType.TEXTS))
        .parties(
            List.of(
                new PartyDefinition(
                    "forare", "forarePnr", "buss == true", PartyDefinition.Task.FILL),
                new PartyDefinition("rektor", "rektorPnr", "", PartyDefinition.Task.APPROVE)))
        .pages(
            List.of(
                PageDefinition.of("inledning", PageKind.INTRO, List.of()),
                trip(),
                PageDefinition.exit("stopp", "stangd == true"),
                page("forarens-sida", licence()).party("forare"),
                PageDefinition.repeat("barnen", children()).showIf("antal > 0.0"),
                price(),
                PageDefinition.of("filer", PageKind.UPLOAD, List.of(files())),
                PageDefinition.of(
                    "lova",
                    PageKind.DECLARATION,
                    List.of(field("lovar", FieldTypes.DECLARATION).required(true).build())),
                PageDefinition.of("granska", PageKind.REVIEW, List.of()),
                PageDefinition.of("kvittens", PageKind.RECEIPT, List.of())))
        .texts(texts())
        .build();
  }

  private static FieldDefinition.Builder field(String id, FieldType type) {
    return FieldDefinition.builder(id, type);
  }

  private static FieldDefinition.Builder field(String id, String type) {
    return field(id, FieldTypes.standard().find(type).orElseThrow());
  }

  private static PageDefinition trip() {
    List<FieldDefinition> fields =
        List.of(
            field("om", "content").showIf("stangd == false").build(),
            field("antal", "number")
                .required(true)
                .settings(Map.of("decimals", 0, "unit", "elever"))
                .constraints(List.of(new ConstraintRule("DecimalMin", Map.of("value", "1"))))
                .warnings(List.of(new WarningRule("manga", "antal > platser")))
                .build(),
            field("buss", FieldTypes.YES_NO).required(true).build(),
            field("rektorPnr", FieldTypes.PERSONNUMMER)
                .required(true)
                .facts(new DataFacts("", "", PersonalData.IDENTITY_NUMBER, "", "", "2.5.1"))
                .constraints(List.of(new ConstraintRule("Personnummer", Map.of())))
                .build(),
            field("forarePnr", FieldTypes.PERSONNUMMER)
                .deferrable(true)
                .showIf("  buss == true\n")
                .requiredIf("antal > 50.0")
                .build(),
            field("skola", FieldTypes.SELECT)
                .autocomplete("organization")
                .prefill(new PrefillRule("staff.school", true))
                .width(FieldWidth.MEDIUM)
                .options(
                    List.of(
                        OptionDefinition.of("asen"),
                        new OptionDefinition("berget", "'berget' in skolor")))
                .build(),
            field("avresa", FieldTypes.DATE)
                .constraints(List.of(new ConstraintRule("Future", Map.of())))
                .build(),
            field("manad", "month").build(),
            field("tid", "time").build(),
            field("adress", "address").settings(Map.of("careOf", true)).build(),
            field("plats", "coordinates").settings(Map.of("system", "wgs84")).build(),
            field("konto", "bank-account").deferrable(true).build());
    return PageDefinition.of("resan", PageKind.QUESTIONS, fields)
        .routes(
            List.of(
                new Route("buss == false && antal < 10.0", "pris"),
                new Route("roll == 'personal'", "barnen")));
  }

  private static FieldDefinition licence() {
    return field("korkort", FieldTypes.TEXT)
        .required(true)
        .constraints(
            List.of(
                new ConstraintRule(
                    "Pattern",
                    Map.of("regexp", "[0-9]{6}-[0-9]{4}", "flags", List.of("CASE_INSENSITIVE")))))
        .build();
  }

  private static GroupDefinition children() {
    PageDefinition child =
        page(
                "barnet",
                field("namn", FieldTypes.TEXT)
                    .required(true)
                    .constraints(List.of(new ConstraintRule("Size", Map.of("max", 60))))
                    .build(),
                field("frisk", FieldTypes.YES_NO).required(true).build())
            .routes(List.of(new Route("frisk == true", "barnets-foraldrar")));
    PageDefinition parents =
        page(
            "barnets-foraldrar",
            field("telefon", FieldTypes.PHONE)
                .constraints(List.of(new ConstraintRule("PhoneNumber", Map.of("mobileOnly", true))))
                .build(),
            field("epost", FieldTypes.EMAIL).build());
    return new GroupDefinition(
        "barn",
        1,
        40,
        "staff.pupils",
        List.of(
            child,
            PageDefinition.repeat("medicinerna", medicines()).showIf("frisk == false"),
            parents));
  }

  private static GroupDefinition medicines() {
    List<FieldDefinition> fields =
        List.of(
            field("medicin", FieldTypes.TEXT)
                .required(true)
                .showIf("namn != '' && rowNumber < 5")
                .build(),
            field("tider", FieldTypes.CHECKBOXES)
                .options(List.of(OptionDefinition.of("morgon"), OptionDefinition.of("kvall")))
                .build(),
            field("hur", FieldTypes.LONG_TEXT)
                .settings(Map.of("rows", 4))
                .requiredIf("'kvall' in tider")
                .constraints(
                    List.of(
                        new ConstraintRule("Rule", Map.of("id", "nagot", "holds", "hur != namn"))))
                .build());
    return GroupDefinition.of(
        "mediciner", 0, 5, List.of(PageDefinition.of("medicinen", PageKind.QUESTIONS, fields)));
  }

  private static PageDefinition price() {
    return page(
        "pris",
        field("avgift", "amount").settings(Map.of("decimals", 2, "currency", "SEK")).build(),
        field("summa", "calculated")
            .value("avgift * antal")
            .settings(Map.of("format", "amount", "decimals", 2, "currency", "SEK"))
            .build(),
        field("antalBarn", "calculated").value("size(barn)").build(),
        field("klar", "calculated")
            .value("antal > 0.0")
            .settings(Map.of("format", "yes-no"))
            .build(),
        field("storlek", "calculated")
            .value(
                DecisionTable.when("antal > 20.0 || buss == true", "'stor'")
                    .orWhen("size(barn) > 5", "'mellan'")
                    .otherwise("'liten'"))
            .settings(Map.of("format", "text"))
            .build(),
        field("rabatt", "calculated").value(DecisionTable.when("klar", "2")).build());
  }

  private static FieldDefinition files() {
    return field("intyg", FieldTypes.FILES)
        .constraints(
            List.of(
                new ConstraintRule(
                    "Attachments",
                    Map.of("max", 2, "maxBytes", 1000, "types", List.of("application/pdf")))))
        .build();
  }
}
