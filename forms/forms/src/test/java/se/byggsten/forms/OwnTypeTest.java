package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.byggsten.expression.Domain;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.type.PlainType;
import se.byggsten.web.Html;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.Legend;
import se.byggsten.web.component.Radios;

/** Kinds of fields that are not ours have what ours have, because nobody asks for their names. */
class OwnTypeTest {
  private static final FormCatalog CATALOG =
      FormCatalog.standard().with(new Consent()).with(new Fathoms()).with(new Tag());

  private static final String YAML =
      """
      form: 1
      id: egna
      version: 1
      languages: [sv]
      pages:
        - id: ett
          fields:
            - {id: lov, type: consent}
            - {id: villkor, type: text, show-if: lov, required: true}
            - {id: djup, type: fathoms, constraints: [{decimal-max: {value: "5"}}]}
            - {id: aldrig, type: text, show-if: djup > 9.0}
            - {id: marke, type: tag, facts: {personal-data: FACT}, TOKEN}
        - {id: granska, kind: review}
      """;

  private static FormDefinition form(String fact, String token) {
    String yaml = YAML.replace("FACT", fact).replace(", TOKEN", token);
    return FormYaml.read(
        "egna.yaml",
        yaml.getBytes(StandardCharsets.UTF_8),
        FormTexts.of(
            Map.of(
                "sv",
                Map.of(
                    "form.title", "Egna frågor",
                    "ett.title", "Dina svar",
                    "lov.label", "Får vi ringa dig i kväll?",
                    "villkor.label", "Vilken tid",
                    "marke.label", "Märke",
                    "marke.error.Tag", "Skriv märket"))),
        CATALOG);
  }

  private static Map<String, String> lint(FormDefinition form) {
    Map<String, String> found = new java.util.TreeMap<>();
    FormLint.check(form, CATALOG.constraints())
        .forEach(f -> found.merge(f.code() + " " + f.where(), f.remedy(), (a, b) -> a + b));
    return found;
  }

  private static boolean tells(Map<String, String> found, String code, String where, String fix) {
    return found.entrySet().stream()
        .anyMatch(
            finding ->
                finding.getKey().startsWith(code)
                    && finding.getKey().contains(where)
                    && finding.getValue().contains(fix));
  }

  @Test
  void lint_speaks_of_them_by_what_they_say_of_themselves() {
    Map<String, String> found = lint(form("none", ""));
    assertThat(tells(found, "FORM-LINT-PERSONAL-DATA", "marke", "personal data")).isTrue();
    assertThat(tells(found, "FORM-LINT-HELP", "marke.hint", "Märket sitter i örat")).isTrue();
    assertThat(tells(found, "FORM-LINT-CONTRADICTION", "aldrig", "")).isTrue();
    assertThat(tells(found, "KLAR-", "marke.error.Tag", "till exempel")).isTrue();
    assertThat(tells(found, "KLAR-", "lov.label", "")).as("a question, as of yes-no").isFalse();
    assertThat(tells(lint(form("ordinary", "")), "FORM-LINT-AUTOCOMPLETE", "marke", "nickname"))
        .isTrue();
    Map<String, String> misfit = lint(form("ordinary", ", autocomplete: email"));
    assertThat(tells(misfit, "FORM-LINT-AUTOCOMPLETE", "marke", "Use nickname, or off")).isTrue();
    assertThat(lint(form("ordinary", ", autocomplete: nickname")).keySet())
        .noneMatch(key -> key.contains("AUTOCOMPLETE"));
    assertThat(lint(form("ordinary", ", autocomplete: off")).keySet())
        .noneMatch(key -> key.contains("AUTOCOMPLETE"));
  }

  @Test
  void a_question_lies_under_a_choice_of_theirs_and_is_answered_in_the_same_post() {
    FormDefinition form = form("none", "");
    FormRun run = FormRun.builder(form, Forms.CLOCK).catalog(CATALOG.constraints()).build();
    FormState start = run.start(Map.of());
    Document html = Jsoup.parse(page(run, start));
    assertThat(html.select(".govuk-radios__conditional #villkor")).hasSize(1);
    assertThat(html.select("#aldrig")).as("of no choice").isEmpty();

    FormState yes = run.post(start, "ett", PostedFields.with("lov", "ja", "villkor", "18")).state();
    assertThat(run.answers(yes).value("villkor")).contains("18");
    assertThat(run.violations(yes, "ett")).isEmpty();
    FormState bare = run.post(start, "ett", PostedFields.with("lov", "ja")).state();
    assertThat(run.violations(bare, "ett")).extracting("field").containsExactly("villkor");
    FormState no = run.post(start, "ett", PostedFields.with("lov", "nej", "villkor", "18")).state();
    assertThat(run.answers(no).value("villkor")).isEmpty();
    assertThat(run.violations(no, "ett")).isEmpty();
  }

  private static String page(FormRun run, FormState state) {
    PageView view = PageView.of(Locale.forLanguageTag("sv"), "/egna", "token");
    return FormRenderer.of(run).page(state, "ett", view).value();
  }

  /** Names are for files, texts and people: the code goes by what a kind says of itself. */
  @Test
  void no_code_outside_the_kinds_themselves_compares_their_names() throws IOException {
    Path root = Path.of("src/main/java/se/byggsten/forms");
    Pattern compared =
        Pattern.compile(
            "(?s)(contains|containsKey|get|getOrDefault|switch|find)\\s*\\([^;()]*type\\(\\)\\s*\\.name\\(\\)"
                + "|type\\(\\)\\s*\\.name\\(\\)\\s*\\.\\s*(equals\\(\\s*\"|matches|startsWith|endsWith|contains)"
                + "|\"\\s*\\.equals\\([^;()]*type\\(\\)\\s*\\.name\\(\\)"
                + "|String \\w+ =\\s*[^;]*type\\(\\)\\s*\\.name\\(\\)"
                + "|(==|!=)\\s*FieldTypes\\.[A-Z]|FieldTypes\\.[A-Z_]+\\s*(==|!=|\\.equals)"
                + "|equals\\(FieldTypes\\.[A-Z]"
                + "|import se\\.byggsten\\.forms\\.type\\.internal");
    assertThat("if (NAMES.contains(field.type().name())) {").containsPattern(compared);
    assertThat("field.type()\n    .name().equals(\"radio\")").containsPattern(compared);
    assertThat("String type = field.type().name();").containsPattern(compared);
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> java =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(root.resolve("type")))
              .toList();
      assertThat(java).hasSizeGreaterThan(100);
      assertThat(java).allSatisfy(file -> assertThat(read(file)).doesNotContainPattern(compared));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True or false, posted as ja and nej. */
  private static final class Consent implements PlainType {
    @Override
    public String name() {
      return "consent";
    }

    @Override
    public Class<?> javaType() {
      return Boolean.class;
    }

    @Override
    public ValueType valueType(FieldSettings settings) {
      return ValueType.BOOLEAN;
    }

    @Override
    public Bound bind(List<String> raw, FieldSettings settings) {
      return raw.isEmpty() ? Bound.ABSENT : Bound.of(raw.get(0).equals("ja"));
    }

    @Override
    public List<String> raw(Object value, FieldSettings settings) {
      return List.of(Boolean.TRUE.equals(value) ? "ja" : "nej");
    }

    @Override
    public Optional<String> choiceOf(Object value) {
      return value.equals(true) ? Optional.of("ja") : Optional.empty();
    }

    @Override
    public Html html(FieldInput input) {
      Radios.Builder radios =
          Radios.builder(input.id())
              .locale(Locale.ROOT)
              .legend(Legend.of(input.label()))
              .value(input.raw(0));
      for (OptionText option : List.of(text("ja"), text("nej"))) {
        Choice.Builder choice = Choice.builder(option.value(), option.text());
        Html under = input.under().getOrDefault(option.value(), Html.EMPTY);
        radios.choice(under.isEmpty() ? choice.build() : choice.conditional(under).build());
      }
      return radios.build().toHtml();
    }

    private static OptionText text(String value) {
      return new OptionText(value, value, "");
    }
  }

  /** A number with a greatest depth. */
  private static final class Fathoms implements PlainType {
    @Override
    public String name() {
      return "fathoms";
    }

    @Override
    public Class<?> javaType() {
      return BigDecimal.class;
    }

    @Override
    public ValueType valueType(FieldSettings settings) {
      return ValueType.DECIMAL;
    }

    @Override
    public Bound bind(List<String> raw, FieldSettings settings) {
      return raw.isEmpty() || raw.get(0).isBlank()
          ? Bound.ABSENT
          : Bound.of(new BigDecimal(raw.get(0)));
    }

    @Override
    public Optional<Domain> domain(FieldSettings settings, List<ConstraintRule> constraints) {
      Optional<BigDecimal> most =
          constraints.stream()
              .filter(rule -> rule.name().equals("DecimalMax"))
              .flatMap(rule -> rule.number("value").stream())
              .findFirst();
      return Optional.of(new Domain.Numbers(Optional.empty(), most, false));
    }
  }

  /** The tag of an animal, which leads to its keeper. */
  private static final class Tag implements PlainType {
    @Override
    public String name() {
      return "tag";
    }

    @Override
    public Bound bind(List<String> raw, FieldSettings settings) {
      String text = raw.isEmpty() ? "" : raw.get(0);
      return text.isBlank()
          ? Bound.ABSENT
          : text.startsWith("SE") ? Bound.of(text) : Bound.wrong("Tag");
    }

    @Override
    public Set<String> errors() {
      return Set.of("Tag");
    }

    @Override
    public Set<String> formatErrors() {
      return Set.of("Tag");
    }

    @Override
    public boolean identifiesPerson() {
      return true;
    }

    @Override
    public String usualAutocomplete() {
      return "nickname";
    }

    @Override
    public boolean takesAutocomplete(String token) {
      return token.equals("nickname");
    }

    @Override
    public String exampleHint() {
      return "Märket sitter i örat";
    }
  }
}
