package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

class FormCommandTest {
  private static final String YAML =
      """
      form: 1
      id: cykel
      version: 1
      languages: [sv]
      facts: {purpose: "Handlägga ansökan", legal-basis: "GDPR artikel 6.1 e"}
      pages:
        - id: fragor
          fields:
            - {id: namn, type: text, required: true, constraints: [{size: {max: 50}}]}
            - {id: farg, type: radio, required: true, options: [rod, bla]}
        - id: cyklar
          kind: repeat
          group:
            id: cykel
            min: 1
            max: 3
            pages:
              - id: en-cykel
                fields:
                  - {id: ram, type: text, required: true}
        - {id: granska, kind: review}
        - {id: kvitto, kind: receipt}
      """;
  private static final String TEXTS =
      """
      form.title=Cykelparkering
      fragor.title=Om dig
      namn.label=Vad heter du?
      farg.label=Vilken färg vill du ha?
      farg.option.rod=Röd
      farg.option.bla=Blå
      cyklar.title=Dina cyklar
      cykel.one=en cykel
      cykel.row=Cykel {number}
      cykel.none=Du har inte lagt till någon cykel.
      en-cykel.title=En cykel
      ram.label=Vilket nummer har ramen?
      granska.title=Kontrollera dina svar
      kvitto.title=Vi har fått din ansökan
      kvitto.intro=Du får ett beslut med posten.
      """;

  @TempDir private Path folder;
  private Path form;
  private Path out;

  @BeforeEach
  void writeAForm() throws IOException {
    form = Files.writeString(folder.resolve("cykel.yaml"), YAML);
    Files.writeString(folder.resolve("cykel_sv.properties"), TEXTS);
    out = folder.resolve("ut");
  }

  private Path changed(String from, String to) throws IOException {
    Files.writeString(folder.resolve("ny_sv.properties"), TEXTS);
    return Files.writeString(
        folder.resolve("ny.yaml"), YAML.replace("version: 1", "version: 2").replace(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lint", "render", "paper", "schema", "diff", "fill", "trace"})
  void helpsWithEveryCommand(String command) {
    Ran ran = command.isEmpty() ? Ran.with("form", "--help") : Ran.with("form", command, "--help");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: byggsten form " + command);
  }

  @Test
  void lintsAForm() throws IOException {
    Files.writeString(
        folder.resolve("cykel_sv.properties"), TEXTS.replace("namn.label=Vad heter du?\n", ""));
    Ran text = Ran.with("form", "lint", form.toString());
    Ran json = Ran.with("form", "lint", form.toString(), "--format", "json");

    assertThat(text.exit()).isEqualTo(1);
    assertThat(text.out()).contains("FORM-LINT-", "namn.label");
    DataView result = DataReader.json().view("out", json.out());
    assertThat(result.required("clean").bool()).isFalse();
    assertThat(result.list("forms").get(0).list("findings")).isNotEmpty();
  }

  @Test
  void tellsWhereADefinitionCannotBeRead() throws IOException {
    Files.writeString(form, YAML.replace("kind: repeat", "kind: repaet"));
    Ran broken = Ran.with("form", "lint", form.toString());
    Files.writeString(form, YAML.replace("id: ram", "id: namn"));
    Ran twice = Ran.with("form", "lint", form.toString());

    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out()).contains("did you mean 'repeat'?", "cykel.yaml:");
    assertThat(twice.exit()).isEqualTo(1);
    assertThat(twice.out())
        .contains("FORM-DEFINITION cykel.yaml:1:1: Two fields have the id namn")
        .contains("Ändra definitionen");
    assertThat(Ran.with("form", "lint", form.toString(), "--language", "en").out())
        .contains("Two fields have the id namn. Change the definition");
    Files.writeString(
        form, YAML.replace("{id: ram,", "{id: ram, constraints: [{size: {max: x}}],"));
    assertThat(Ran.with("form", "lint", form.toString()).out())
        .contains("FORM-CONSTRAINT", "Använd ett krav");
  }

  @Test
  void everyFaultOfADefinitionHasARemedyInBothLanguages() {
    for (ErrorCode code : FormLintCommand.FAULTS) {
      String swedish = FormFiles.words("sv", "lint.fix." + code);
      String english = FormFiles.words("en", "lint.fix." + code);
      assertThat(swedish).endsWith(".").isNotEqualTo(english);
      assertThat(english).endsWith(".");
    }
  }

  @Test
  void saysInWhichLanguageItTellsWhat() {
    assertThat(Ran.with("form", "lint", "--help").out().replaceAll("\\s+", " "))
        .contains(
            "--language=TAG",
            "What lint finds in a definition is told in English, and what it finds in a text in the"
                + " language of the text.");
  }

  @Test
  void tellsHowItIsUsedRight() {
    Ran language = Ran.with("form", "lint", form.toString(), "--language", "fi");
    Ran directory = Ran.with("form", "lint", folder.toString());

    assertThat(language.exit()).isEqualTo(2);
    assertThat(language.err()).contains("--language is sv or en.");
    assertThat(directory.exit()).isEqualTo(2);
    assertThat(directory.err()).contains(folder + " is a folder; name a file in it.");
  }

  @Test
  void tellsWhatIsWrongWithAFileOnceInTheLanguageAskedFor() throws IOException {
    Path answers = Files.writeString(folder.resolve("svar.json"), "{\"namn\": }");
    Ran fill = Ran.with("form", "fill", form.toString(), answers.toString());
    assertThat(fill.exit()).isEqualTo(2);
    assertThat(fill.err()).startsWith("svar.json:1:").containsOnlyOnce("DATA-SYNTAX");

    Files.writeString(form, YAML.replace("{id: namn, type: text,", "{id: namn, typ: text,"));
    Ran swedish = Ran.with("form", "lint", form.toString());
    Ran english = Ran.with("form", "lint", form.toString(), "--language", "en");
    assertThat(swedish.out())
        .contains("did you mean 'type'? Rätta filen på den raden.\n1 anmärkning.");
    assertThat(english.out()).contains("? Correct the file on that line.\n1 remark.");

    Files.writeString(
        form, YAML.replace("{id: namn, type: text,", "{id: namn, label: Namn, type: text,"));
    assertThat(Ran.with("form", "lint", form.toString()).out())
        .contains(".properties file of each language, as namn.label. Rätta");
  }

  @Test
  void saysThatAnotherContentIsAnotherVersion() throws IOException {
    Path same = changed("max: 50", "max: 60");
    Files.writeString(same, Files.readString(same).replace("version: 2", "version: 1"));
    Ran ran = Ran.with("form", "diff", form.toString(), same.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("NEEDS_REVIEW", "Höj version till minst 2");
  }

  @Test
  void rendersEveryPageEmptyWithErrorsAndFilledIn() throws IOException {
    Ran ran = Ran.with("form", "render", form.toString(), "--out", out.toString());

    assertThat(ran.exit()).isZero();
    assertThat(names(out.resolve("sv")))
        .contains(
            "fragor.html",
            "fragor-errors.html",
            "cyklar.html",
            "en-cykel-1.html",
            "en-cykel-1-errors.html",
            "granska.html",
            "kvitto.html");
    assertThat(Files.readString(out.resolve("sv/kvitto.html")))
        .contains("Vi har fått din ansökan", "EXEMPEL 0000", "Du får ett beslut med posten.");
    String page = Files.readString(out.resolve("sv/fragor-errors.html"));
    assertThat(page).startsWith("<!DOCTYPE html>").contains("Vad heter du?", "error-summary");
    String sheet = page.replaceAll("(?s).*href=\"(assets/[^\"]*css)\".*", "$1");
    assertThat(out.resolve("sv").resolve(sheet)).isRegularFile();

    Path answers = Files.writeString(folder.resolve("svar.json"), "{\"namn\": \"Åsa Ek\"}");
    Ran filled =
        Ran.with(
            "form",
            "render",
            form.toString(),
            "--out",
            out.toString(),
            "--answers",
            answers.toString(),
            "--format",
            "json");
    assertThat(DataReader.json().view("out", filled.out()).list("forms").get(0).list("files"))
        .isNotEmpty();
    assertThat(Files.readString(out.resolve("sv/fragor.html"))).contains("Åsa Ek");
  }

  @Test
  void makesThePaperForm() throws IOException {
    Ran ran = Ran.with("form", "paper", form.toString(), "--out", out.toString());

    assertThat(ran.exit()).isZero();
    byte[] pdf = Files.readAllBytes(out.resolve("cykel_sv.pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void writesSchemas() {
    Ran answers = Ran.with("form", "schema", form.toString());
    Ran definition = Ran.with("form", "schema", "--of", "definition", "--format", "json");

    assertThat(answers.exit()).isZero();
    assertThat(answers.out()).contains("\"cykel\"", "Vad heter du?");
    assertThat(DataReader.json().view("out", definition.out()).required("$defs").isMap()).isTrue();
    assertThat(Ran.with("form", "schema").exit()).isEqualTo(2);
  }

  @Test
  void tellsWhatAChangeMeansForDrafts() throws IOException {
    Path safe = changed("max: 50", "max: 60");
    Ran harmless = Ran.with("form", "diff", form.toString(), safe.toString());
    Path broken = changed("[rod, bla]", "[rod]");
    Ran text = Ran.with("form", "diff", form.toString(), broken.toString());
    Ran json =
        Ran.with(
            "form",
            "diff",
            form.toString(),
            broken.toString(),
            "--format",
            "json",
            "--language",
            "en");

    assertThat(harmless.exit()).isZero();
    assertThat(harmless.out()).contains("SAFE", "namn.Size", "1 ändring, som är säker");
    assertThat(text.exit()).isEqualTo(1);
    assertThat(text.out()).contains("BREAKS_DRAFTS", "Alternativet farg.bla är borttaget.");
    DataView change = DataReader.json().view("out", json.out()).list("changes").get(0);
    assertThat(change.required("impact").text()).isEqualTo("breaks-drafts");
    assertThat(change.required("message").text()).isEqualTo("The option farg.bla is gone.");
    assertThat(Ran.with("form", "diff", form.toString(), form.toString()).out())
        .isEqualTo("Formulären säger detsamma.\n");
  }

  @Test
  void takesWhatTheServiceTellsTheForm() throws IOException {
    Path told =
        changed(
            "facts:",
            "inputs: {farger: number, stangd: yes-no, fran: date, namnen: texts}\nfacts:");
    Files.writeString(
        told,
        Files.readString(told)
            .replace("{id: farg, type", "{id: farg, show-if: farger > 1.0, type"));
    Path answers =
        Files.writeString(
            folder.resolve("svar.json"), "{\"namn\": \"Åsa\", \"cykel\": [{\"ram\": \"1\"}]}");
    Path inputs =
        Files.writeString(
            folder.resolve("indata.json"),
            "{\"farger\": 2, \"stangd\": false, \"fran\": \"2026-05-01\", \"namnen\": [\"a\"]}");
    String form = told.toString();
    assertThat(Ran.with("form", "fill", form, answers.toString()).exit()).isZero();
    assertThat(
            Ran.with("form", "fill", form, answers.toString(), "--inputs", inputs.toString())
                .exit())
        .as("the colour is asked for, and not answered")
        .isEqualTo(1);
    String file = out.toString();
    Ran.with("form", "render", form, "--answers", answers.toString(), "--out", file);
    assertThat(Files.readString(out.resolve("sv/fragor.html"))).doesNotContain("name=\"farg\"");
    Ran rendered =
        Ran.with(
            "form",
            "render",
            form,
            "--answers",
            answers.toString(),
            "--inputs",
            inputs.toString(),
            "--out",
            file);
    assertThat(rendered.exit()).isZero();
    assertThat(Files.readString(out.resolve("sv/fragor.html"))).contains("name=\"farg\"");
    Ran.with("form", "render", form, "--out", file);
    assertThat(Files.readString(out.resolve("sv/fragor.html")))
        .as("all questions, to be judged")
        .contains("name=\"farg\"");
    Files.writeString(inputs, "{\"fager\": 2}");
    assertThat(
            Ran.with("form", "fill", form, answers.toString(), "--inputs", inputs.toString()).err())
        .contains("did you mean 'farger'");
    Files.writeString(inputs, "{\"farger\": \"två\"}");
    assertThat(
            Ran.with("form", "fill", form, answers.toString(), "--inputs", inputs.toString())
                .exit())
        .isEqualTo(2);
  }

  @Test
  void judgesAnswersByTheirPlaceInTheJson() throws IOException {
    Path answers =
        Files.writeString(
            folder.resolve("svar.json"),
            "{\"namn\": \"Hemlig\", \"fagr\": \"rod\", \"cykel\": [{\"ram\": \"1\"}, {}]}");
    Ran json = Ran.with("form", "fill", form.toString(), answers.toString(), "--format", "json");
    Files.writeString(
        answers, "{\"namn\": \"Åsa\", \"farg\": \"rod\", \"cykel\": [{\"ram\": \"1\"}]}");
    Ran right = Ran.with("form", "fill", form.toString(), answers.toString());

    assertThat(json.exit()).isEqualTo(1);
    List<String> paths =
        DataReader.json().view("out", json.out()).list("problems").stream()
            .map(problem -> problem.required("path").text())
            .toList();
    assertThat(paths).containsExactlyInAnyOrder("fagr", "farg", "cykel[1].ram");
    assertThat(json.out()).contains("Menade du farg?").doesNotContain("Hemlig");
    assertThat(right.exit()).isZero();
    assertThat(right.out()).isEqualTo("Svaren är fullständiga.\n");
  }

  @Test
  void saysWhichPartyIsToPutItsAnswersRight() throws IOException {
    Path two =
        changed(
            "\npages:\n",
            "\nparties: [{id: annan, identifier: annansNummer, task: fill}]\npages:\n"
                + "  - {id: andras, party: annan, fields: [{id: inkomst, type: amount,"
                + " required: true}, {id: lon, type: amount, required: true}]}\n");
    Files.writeString(
        two,
        Files.readString(two)
            .replace(
                "      - {id: farg,",
                "      - {id: annansNummer, type: personnummer}\n      - {id: farg,"));
    Files.writeString(
        folder.resolve("ny_sv.properties"), TEXTS + "annan.name=Den andra sökanden\n");
    Path answers =
        Files.writeString(
            folder.resolve("svar.json"),
            "{\"namn\": \"Åsa\", \"farg\": \"rod\", \"lon\": 1, \"cykel\": [{\"ram\": \"1\"}]}");
    Ran text = Ran.with("form", "fill", two.toString(), answers.toString());
    Ran json = Ran.with("form", "fill", two.toString(), answers.toString(), "--format", "json");

    assertThat(text.exit()).isEqualTo(1);
    assertThat(text.out())
        .containsPattern("ERROR +inkomst Required: .* \\(besvaras av: Den andra sökanden\\)");
    assertThat(
            DataReader.json()
                .view("out", json.out())
                .list("problems")
                .get(0)
                .required("party")
                .text())
        .isEqualTo("annan");
  }

  @Test
  void answersTwoToWrongUse() throws IOException {
    String missing = folder.resolve("finns-inte.yaml").toString();
    for (String command : List.of("lint", "schema")) {
      assertThat(Ran.with("form", command, missing).exit()).isEqualTo(2);
      assertThat(Ran.with("form", command, folder.toString()).exit()).isEqualTo(2);
    }
    assertThat(Ran.with("form").exit()).isEqualTo(2);
    assertThat(Ran.with("form", "lint").exit()).isEqualTo(2);
    assertThat(Ran.with("form", "render", form.toString()).exit()).isEqualTo(2);
    assertThat(Ran.with("form", "diff", form.toString()).exit()).isEqualTo(2);
    assertThat(Ran.with("form", "fill", form.toString(), missing).exit()).isEqualTo(2);
    assertThat(
            Ran.with("form", "paper", form.toString(), "--out", out.toString(), "--in", "fi")
                .exit())
        .isEqualTo(2);
    Files.delete(folder.resolve("cykel_sv.properties"));
    Ran without = Ran.with("form", "lint", form.toString());
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("cykel_sv.properties");
    assertThat(without.out()).isEmpty();
  }

  @Test
  void refusesFilesThatAreNotWhatTheyShouldBe() throws IOException {
    Path answers = folder.resolve("svar.json");
    Files.write(answers, new byte[] {'{', '"', (byte) 0xE5, '"', ':', '1', '}'});
    assertThat(Ran.with("form", "fill", form.toString(), answers.toString()).err())
        .contains("DATA-ENCODING");
    Files.writeString(answers, "[".repeat(100_000));
    assertThat(Ran.with("form", "fill", form.toString(), answers.toString()).exit()).isEqualTo(2);
    Files.write(answers, new byte[4_000_001]);
    assertThat(Ran.with("form", "fill", form.toString(), answers.toString()).exit()).isEqualTo(2);
    Files.writeString(form, YAML + "#".repeat(1_100_000));
    assertThat(Ran.with("form", "schema", form.toString()).exit()).isEqualTo(2);
    Files.write(
        form, YAML.replace("Handlägga", "Handl\u00e4gga").getBytes(StandardCharsets.ISO_8859_1));
    Ran latin = Ran.with("form", "lint", form.toString());
    assertThat(latin.exit()).isEqualTo(1);
    assertThat(latin.out()).contains("DATA-ENCODING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../borta", "/etc/passwd", "sv/../../x"})
  void readsAndWritesNothingOutsideItsFolders(String path) throws IOException {
    Files.writeString(form, YAML.replace("[sv]", "[\"" + path + "\"]"));
    assertThat(Ran.with("form", "schema", form.toString()).err()).contains("BCP 47");
    for (String id : List.of("id: cykel\nversion", "id: fragor")) {
      Files.writeString(
          form, YAML.replace(id, id.replaceFirst("id: \\w+", "id: \"" + path + "\"")));
      Ran ran = Ran.with("form", "render", form.toString(), "--out", out.toString());
      assertThat(ran.exit()).isEqualTo(2);
    }
    assertThat(out).doesNotExist();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
