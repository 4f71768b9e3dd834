package se.byggsten.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.Trait;
import se.byggsten.forms.type.FieldTypes;

/**
 * Random definitions that are right; the same seed gives the same. {@link RandomPosts} answers
 * them.
 *
 * <p>Every kind of page and field comes with groups in groups, routes, parties, inputs, conditions
 * over what has been asked before, calculations and texts in Swedish.
 */
public final class RandomForms {
  private static final List<String> PIECES =
      List.of("a", "Åsa", "'", "\\\"", "\\\\", "# nej", ": ja", "{}", "[x]", "😀", "\u2028", "yes");
  private final SplittableRandom random;
  private final FieldTypes types;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final List<String> personnummer = new ArrayList<>();
  private final ValidateOn validateOn;
  private int names;
  private boolean inGroup;

  private RandomForms(long seed, FieldTypes types) {
    this.random = new SplittableRandom(seed);
    // Not drawn at random, so that each seed gives the form that it always has but for this.
    this.validateOn = seed % 3 == 0 ? ValidateOn.REVIEW : ValidateOn.PAGE;
    this.types = types;
  }

  /** A definition with the built-in kinds of fields. */
  public static FormDefinition definition(long seed) {
    return definition(seed, FieldTypes.standard());
  }

  /** A definition with any kinds of fields. */
  public static FormDefinition definition(long seed, FieldTypes types) {
    return new RandomForms(seed, types).form();
  }

  private FormDefinition form() {
    Map<String, InputType> inputs = new TreeMap<>();
    while (random.nextInt(2) == 0) {
      InputType type = any(List.of(InputType.values()));
      String name = name("indata");
      inputs.put(name, type);
      remember(name, type);
    }
    List<PageDefinition> pages = new ArrayList<>();
    if (random.nextBoolean()) {
      pages.add(page(PageKind.INTRO));
    }
    int asked = 1 + random.nextInt(5);
    for (int i = 0; i < asked; i++) {
      pages.add(random.nextInt(4) == 0 ? repeat(2) : questions());
    }
    if (random.nextBoolean() && !conditions.isEmpty()) {
      pages.add(PageDefinition.exit(pageId(), condition()));
    }
    if (random.nextBoolean()) {
      pages.add(page(PageKind.UPLOAD, "files"));
    }
    if (random.nextBoolean()) {
      pages.add(page(PageKind.DECLARATION, "declaration"));
    }
    route(pages);
    List<PartyDefinition> parties = parties(pages);
    pages.add(page(PageKind.REVIEW));
    if (random.nextBoolean()) {
      pages.add(page(PageKind.RECEIPT));
    }
    texts.put("form.title", "Formulär " + text());
    return FormDefinition.builder("slump", 1 + random.nextInt(9))
        .facts(facts(false))
        .classification(random.nextBoolean() ? "3." + random.nextInt(9) : "")
        .draftDays(1 + random.nextInt(366))
        .drafts(1 + random.nextInt(20))
        .sendAnyway(random.nextBoolean())
        .validateOn(validateOn)
        .plainLanguage(random.nextBoolean() ? Map.of("lix", random.nextInt(60)) : Map.of())
        .inputs(inputs)
        .parties(parties)
        .pages(pages)
        .texts(FormTexts.of(Map.of("sv", texts)))
        .build();
  }

  private List<PartyDefinition> parties(List<PageDefinition> pages) {
    List<PartyDefinition> parties = new ArrayList<>();
    for (String field : personnummer) {
      if (random.nextInt(3) == 0) {
        String id = name("part");
        parties.add(
            new PartyDefinition(id, field, maybe(), any(List.of(PartyDefinition.Task.values()))));
        texts.put(id + ".name", "Part");
        texts.put(id + ".task", "Godkänn");
        int at = random.nextInt(pages.size());
        PageDefinition page = pages.get(at);
        if (page.kind() == PageKind.QUESTIONS
            && page.fields().stream().noneMatch(f -> personnummer.contains(f.id()))) {
          pages.set(at, page.party(id));
        }
      }
    }
    return parties;
  }

  /** The condition comes first: a page cannot hang on its own fields. */
  private PageDefinition page(PageKind kind, String... fields) {
    String condition = kind.hasFields() ? maybe() : "";
    List<FieldDefinition> made = Stream.of(fields).map(name -> field(type(name))).toList();
    return PageDefinition.of(pageId(), kind, made).showIf(condition);
  }

  private PageDefinition questions() {
    String condition = maybe();
    List<FieldDefinition> fields = new ArrayList<>();
    List<String> all = List.copyOf(types.names());
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      fields.add(field(type(all.get(random.nextInt(all.size())))));
    }
    return PageDefinition.of(pageId(), PageKind.QUESTIONS, fields).showIf(condition);
  }

  /** What is asked in a row is out of sight outside the group, but for the list of rows. */
  private PageDefinition repeat(int depth) {
    String id = name("grupp");
    String condition = maybe();
    List<String> outside = List.copyOf(conditions);
    boolean outer = inGroup;
    inGroup = true;
    List<PageDefinition> pages = new ArrayList<>();
    pages.add(questions());
    while (random.nextInt(3) == 0) {
      pages.add(depth > 0 && random.nextBoolean() ? repeat(depth - 1) : questions());
    }
    route(pages);
    inGroup = outer;
    conditions.clear();
    conditions.addAll(outside);
    conditions.add("size(" + id + ") > 1");
    int min = random.nextInt(3);
    String prefill = random.nextInt(4) == 0 ? "källa." + id : "";
    texts.put(id + ".one", "Rad");
    texts.put(id + ".row", "Rad");
    texts.put(id + ".none", "Inga rader");
    return PageDefinition.repeat(
            pageId(), new GroupDefinition(id, min, min + 1 + random.nextInt(3), prefill, pages))
        .showIf(condition);
  }

  private void route(List<PageDefinition> pages) {
    for (int i = 0; i + 1 < pages.size(); i++) {
      PageDefinition page = pages.get(i);
      List<String> own = new ArrayList<>();
      page.fields().stream()
          .filter(field -> field.type().name().equals("yes-no"))
          .forEach(field -> own.add(field.id() + " == true"));
      if (!own.isEmpty() && random.nextBoolean()) {
        String to = pages.get(i + 1 + random.nextInt(pages.size() - i - 1)).id();
        pages.set(i, page.routes(List.of(new Route(own.get(0), to))));
      }
    }
  }

  private FieldDefinition field(FieldType type) {
    String id = name("falt");
    FieldDefinition.Builder builder =
        FieldDefinition.builder(id, type)
            .required(random.nextBoolean())
            .deferrable(random.nextInt(4) == 0)
            .showIf(maybe())
            .requiredIf(maybe())
            .width(any(List.of(FieldWidth.values())))
            .facts(facts(true));
    texts.put(id + ".label", "Fråga " + id + " " + text());
    texts.put(id + ".hint", "Ledtext " + text());
    Map<String, Object> settings = settings(type);
    builder.settings(settings);
    if (type.traits().contains(Trait.OPTIONS)) {
      builder.options(options(id));
    }
    if (type.traits().contains(Trait.CALCULATED)) {
      builder.value(table(String.valueOf(settings.get("format"))));
    }
    boolean asked =
        !type.traits().contains(Trait.CALCULATED) && !type.traits().contains(Trait.CONTENT);
    if (asked) {
      builder.constraints(constraints(id, type));
      if (!conditions.isEmpty() && random.nextInt(3) == 0) {
        builder.warnings(List.of(new WarningRule("varning", condition())));
        texts.put(id + ".warning.varning", "Kontrollera svaret.");
      }
      if (random.nextInt(5) == 0) {
        builder.prefill(new PrefillRule("login.name", random.nextBoolean()));
      }
    }
    if (random.nextInt(4) == 0) {
      builder.autocomplete("off");
    }
    FieldDefinition field = builder.build();
    remember(field);
    return field;
  }

  private List<OptionDefinition> options(String id) {
    List<OptionDefinition> options = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      options.add(new OptionDefinition("val-" + i, i == 0 ? "" : maybe()));
    }
    options.forEach(
        option -> texts.put(id + ".option." + option.value(), "Val " + option.value() + text()));
    return options;
  }

  private Map<String, Object> settings(FieldType type) {
    Map<String, Object> settings = new TreeMap<>();
    // Sorted: a map that the JDK makes is in another order each time that Java starts.
    new TreeMap<>(type.settings())
        .forEach(
            (name, kind) -> {
              if (random.nextBoolean()) {
                Object value =
                    switch (name) {
                      case "decimals" -> random.nextInt(4);
                      case "rows" -> 2 + random.nextInt(9);
                      case "currency" -> "SEK";
                      case "unit" -> "km/h, " + text();
                      case "system" -> random.nextBoolean() ? "wgs84" : "sweref99tm";
                      case "format" ->
                          List.of("amount", "number", "text", "yes-no").get(random.nextInt(4));
                      case "careOf" -> random.nextBoolean();
                      default -> null;
                    };
                if (value != null) {
                  settings.put(name, value);
                }
              }
            });
    return settings;
  }

  private DecisionTable table(String format) {
    DecisionTable table = DecisionTable.NONE;
    while (random.nextInt(3) == 0) {
      table = table.orWhen(condition(), calculation(format));
    }
    boolean ends = table.isEmpty() || random.nextInt(4) > 0;
    return ends ? table.otherwise(calculation(format)) : table;
  }

  private String calculation(String format) {
    return switch (format) {
      case "text" -> "'" + text() + "'";
      case "yes-no" -> condition();
      default -> random.nextInt(100) + ".5 * 2.0";
    };
  }

  private List<ConstraintRule> constraints(String id, FieldType type) {
    List<ConstraintRule> rules = new ArrayList<>();
    if (random.nextInt(3) == 0 && type.javaType() == String.class) {
      rules.add(new ConstraintRule("Size", Map.of("max", 1 + random.nextInt(300))));
    }
    if (random.nextInt(4) == 0 && type.javaType() == String.class) {
      rules.add(new ConstraintRule("Pattern", Map.of("regexp", "(?s) *[^<]*# \\d?.*")));
    }
    if (type.name().equals("date") && random.nextBoolean()) {
      rules.add(new ConstraintRule(random.nextBoolean() ? "Past" : "FutureOrPresent", Map.of()));
    }
    if (type.name().equals("files")) {
      rules.add(new ConstraintRule("Attachments", Map.of("max", 1 + random.nextInt(4))));
    }
    if (!conditions.isEmpty() && random.nextInt(4) == 0) {
      rules.add(new ConstraintRule("Rule", Map.of("id", "regel", "holds", condition())));
    }
    rules.forEach(rule -> texts.put(id + ".error." + rule.errorName(), "Skriv om svaret."));
    return rules;
  }

  private DataFacts facts(boolean ofField) {
    return random.nextInt(3) > 0
        ? DataFacts.NONE
        : new DataFacts(
            text(),
            text(),
            any(List.of(PersonalData.values())),
            text(),
            random.nextBoolean() ? "preserve" : "dispose P" + (1 + random.nextInt(9)) + "Y",
            ofField && random.nextBoolean() ? "4." + random.nextInt(9) : "");
  }

  private void remember(String input, InputType type) {
    switch (type) {
      case TEXT -> conditions.add(input + " != '" + text() + "'");
      case NUMBER -> conditions.add(input + " > 3.0");
      case DATE -> conditions.add(input + " < today");
      case YES_NO -> conditions.add(input + " == true");
      case TEXTS -> conditions.add("'" + text() + "' in " + input);
    }
  }

  private void remember(FieldDefinition field) {
    String id = field.id();
    switch (field.type().name()) {
      case "text", "long-text", "email", "phone" -> conditions.add(id + " == '" + text() + "'");
      case "radio", "select", "autocomplete" ->
          conditions.add(id + " != '" + field.options().get(0).value() + "'");
      case "yes-no", "declaration" -> conditions.add(id + " == true");
      case "checkboxes" -> conditions.add("'" + field.options().get(0).value() + "' in " + id);
      case "number", "amount" -> conditions.add(id + " >= " + random.nextInt(50) + ".0");
      case "date" -> conditions.add(id + " < today");
      case "personnummer" -> {
        if (!inGroup) {
          personnummer.add(id);
        }
      }
      default -> {
        // What it would be compared with is not known here.
      }
    }
  }

  private String maybe() {
    return conditions.isEmpty() || random.nextInt(3) > 0 ? "" : condition();
  }

  private String condition() {
    if (conditions.isEmpty()) {
      return inGroup ? "rowNumber < 3" : "today != ''";
    }
    String one = conditions.get(random.nextInt(conditions.size()));
    String other = conditions.get(random.nextInt(conditions.size()));
    return switch (random.nextInt(3)) {
      case 0 -> one;
      case 1 -> one + " || !(" + other + ")";
      default -> one + " &&\n  " + other;
    };
  }

  /** A text that is hard to quote, in CEL and in YAML. */
  private String text() {
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(3); i > 0; i--) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text.append(piece.equals("'") ? "\\'" : piece);
    }
    return text.toString();
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private String name(String stem) {
    return stem + ++names;
  }

  private String pageId() {
    String id = "sida-" + ++names;
    texts.put(id + ".title", "Sida " + names + " " + text());
    return id;
  }

  private FieldType type(String name) {
    return types.find(name).orElseThrow();
  }
}
