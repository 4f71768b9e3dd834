package se.byggsten.forms.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.Resor;
import se.byggsten.forms.internal.source.Keys;
import se.byggsten.forms.internal.source.Rules;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormYaml;

class DefinitionSchemaTest {
  private static final String SCHEMA = DefinitionSchema.of(FormCatalog.standard());
  private static final Judge JUDGE = new Judge(SCHEMA);
  private static final String GOOD =
      """
      form: 1
      id: litet
      version: 1
      languages: [sv]
      pages:
        - id: ett
          fields:
            - id: namn
              type: text
              constraints:
                - size: {max: 10}
      """;

  @Test
  void the_published_schema_is_that_of_the_built_in_catalogue() throws IOException {
    Path published = Path.of("../../docs/forms.schema.json");
    Path made = Path.of("target/forms.schema.json");
    Files.createDirectories(made.toAbsolutePath().getParent());
    Files.writeString(made, SCHEMA);
    assertThat(Files.exists(published) && Files.readString(published).equals(SCHEMA))
        .as("copy %s to %s", made.toAbsolutePath(), published)
        .isTrue();
  }

  @Test
  void accepts_every_form_of_the_samples_and_tests() throws IOException {
    List<Path> forms = new ArrayList<>();
    for (String root : List.of("src/test/resources", "../../samples")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(file -> file.toString().endsWith(".yaml"))
            .filter(file -> file.getParent().endsWith("forms"))
            .filter(file -> !file.toString().contains("/target/"))
            .forEach(forms::add);
      }
    }
    assertThat(forms).hasSizeGreaterThanOrEqualTo(3);
    for (Path form : forms) {
      assertThat(JUDGE.faults(Judge.json(Files.readString(form)))).as("%s", form).isEmpty();
    }
  }

  @Property(tries = 100)
  void accepts_whatever_is_written(@ForAll long seed) {
    assertThat(JUDGE.faults(FormYaml.writeJson(RandomForms.definition(seed)))).isEmpty();
  }

  @Test
  void accepts_the_form_that_the_faults_are_made_in() {
    assertThat(JUDGE.faults(Judge.json(GOOD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form: 1 | form: 2",
        "form: 1 | formm: 1",
        "id: litet | id: Litet",
        "version: 1 | version: 0",
        "version: 1 | version: '1'",
        "languages: [sv] | languages: []",
        "languages: [sv] | languages: sv",
        "type: text | typ: text",
        "type: text | type: txt",
        "type: text | type: radio",
        "type: text | {type: radio, options: ['å ä']}",
        "type: text | {type: radio, options: [{valu: a}]}",
        "type: text | {type: text, options: [a]}",
        "type: text | {type: text, decimals: 2}",
        "type: text | {type: number, decimals: två}",
        "type: text | {type: text, value: 1 + 1}",
        "type: text | {type: calculated}",
        "type: text | {type: calculated, value: []}",
        "type: text | {type: calculated, value: [{if: a}]}",
        "type: text | {type: calculated, value: [{iff: a, then: 1}]}",
        "type: text | {type: calculated, value: [{if: a, else: 1}]}",
        "type: text | {type: calculated, value: [{if: a, then: 1, else: 2}]}",
        "type: text | {type: calculated, value: [{else: [1]}]}",
        "type: text | {type: text, required: ja}",
        "type: text | {type: text, width: wide}",
        "type: text | {type: text, prefill: {locked: true}}",
        "type: text | {type: text, warnings: [{id: x}]}",
        "type: text | {type: text, facts: {retention: forever}}",
        "id: namn | id: Namn",
        "size: {max: 10} | siz: {max: 10}",
        "size: {max: 10} | size: {maxx: 10}",
        "size: {max: 10} | size: {max: tio}",
        "size: {max: 10} | rule: {id: x}",
        "size: {max: 10} | pattern",
        "size: {max: 10} | {size: {max: 10}, past: {}}",
        "- id: ett | {id: noll, kind: exit}",
        "- id: ett | {id: noll, kind: repeat}",
        "- id: ett | {id: noll, kind: repeat, group: {id: rad, pages: []}}",
        "- id: ett | {id: noll, kind: intro, fields: [{id: a, type: text}]}",
        "- id: ett | {id: noll, routes: [{til: ett}]}",
        "- id: ett | {id: noll}",
      })
  void refuses_a_form_that_is_not_right(String good, String bad) {
    assertThat(JUDGE.faults(Judge.json(broken(good, bad)))).isNotEmpty();
  }

  /** A map stands for the keys in it; a page is put before the one that is there. */
  private static String broken(String good, String bad) {
    if (good.startsWith("- ")) {
      return GOOD.replace("pages:", "pages:\n  - " + bad);
    }
    String[] lines = GOOD.split("\n");
    for (int i = 0; i < lines.length; i++) {
      int at = lines[i].indexOf(good);
      if (at >= 0 && bad.startsWith("{type")) {
        String inner = bad.substring(1, bad.length() - 1);
        String indent = " ".repeat(at);
        lines[i] =
            lines[i].substring(0, at)
                + inner.replaceAll(", (?=[a-z-]+: )(?![^{\\[]*[}\\]])", "\n" + indent);
      } else if (at >= 0) {
        lines[i] = lines[i].replace(good, bad);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  @Test
  void explains_every_kind_of_field_setting_constraint_and_parameter() {
    FormCatalog catalog = FormCatalog.standard();
    List<String> unexplained = new ArrayList<>();
    for (String name : catalog.types().names()) {
      explain("type." + name, unexplained);
      catalog
          .types()
          .find(name)
          .orElseThrow()
          .settings()
          .keySet()
          .forEach(setting -> explain("setting." + Keys.kebab(setting), unexplained));
    }
    for (String name : catalog.constraints().names()) {
      String key = "constraint." + Keys.kebab(name);
      explain(key, unexplained);
      Rules.parameters(catalog.constraints().find(name).orElseThrow())
          .forEach(parameter -> explain(key + "." + Keys.kebab(parameter.name()), unexplained));
    }
    Keys.FIELD.forEach(key -> explain("field." + key, unexplained));
    Keys.PAGE.forEach(key -> explain("page." + key, unexplained));
    Keys.FORM.stream()
        .filter(key -> !key.equals("form"))
        .forEach(key -> explain("form." + key, unexplained));
    Keys.GROUP.forEach(key -> explain("group." + key, unexplained));
    Keys.PARTY.forEach(key -> explain("party." + key, unexplained));
    Keys.FACTS.forEach(key -> explain("facts." + key, unexplained));
    assertThat(unexplained).isEmpty();
  }

  private static void explain(String key, List<String> unexplained) {
    if (Descriptions.of(key).isEmpty()) {
      unexplained.add(key);
    }
  }

  @Test
  void knows_every_key_that_the_reader_knows() {
    String all = FormYaml.writeJson(Resor.yaml());
    Stream.of(Keys.FORM, Keys.PAGE, Keys.GROUP, Keys.PARTY, Keys.FACTS, Keys.OPTION, Keys.WARNING)
        .flatMap(List::stream)
        .forEach(
            key -> {
              assertThat(SCHEMA).contains("\"" + key + "\"");
              assertThat(all).contains("\"" + key + "\"");
            });
  }
}
