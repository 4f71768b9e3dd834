package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

/** Commands that take several definitions at a time. */
class SeveralFormsTest {
  @TempDir Path folder;
  private Path one = Path.of("");
  private Path two = Path.of("");

  @BeforeEach
  void write() throws IOException {
    one = form("cykel");
    two = form("ko");
  }

  private Path form(String id) throws IOException {
    Files.writeString(
        folder.resolve(id + "_sv.properties"),
        "form.title=Ansökan\nett.title=Frågan\nnamn.label=Vad heter du?\ngranska.title=Granska\n");
    return Files.writeString(
        folder.resolve(id + ".yaml"),
        """
        form: 1
        id: %s
        version: 1
        languages: [sv]
        facts: {purpose: Prova, legal-basis: Lagen, retention: preserve}
        pages:
          - id: ett
            fields:
              - {id: namn, type: text, required: true}
          - {id: granska, kind: review}
        """
            .formatted(id));
  }

  @Test
  void renderGivesEachAFolderOfItsOwn() throws IOException {
    Path out = folder.resolve("ut");
    Ran ran = Ran.with("form", "render", one.toString(), two.toString(), "--out", out.toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    for (String id : List.of("cykel", "ko")) {
      assertThat(Files.readString(out.resolve(id + "/sv/ett-errors.html")))
          .contains("Vad heter du?");
    }
    assertThat(ran.out()).contains("cykel", "ko");
  }

  @Test
  void paperNamesEachFileByItsForm() {
    Path out = folder.resolve("papper");
    Ran ran =
        Ran.with(
            "form",
            "paper",
            one.toString(),
            two.toString(),
            "--out",
            out.toString(),
            "--format",
            "json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(out.resolve("cykel_sv.pdf")).isNotEmptyFile();
    assertThat(out.resolve("ko_sv.pdf")).isNotEmptyFile();
    List<DataView> forms = DataReader.json().view("out", ran.out()).list("forms");
    assertThat(forms).hasSize(2);
    assertThat(forms.get(1).required("form").text()).startsWith("ko version 1");
    assertThat(forms.get(1).list("files")).hasSize(1);
  }

  @Test
  void answersAreForOneDefinitionAtATime() throws IOException {
    Path answers = Files.writeString(folder.resolve("svar.json"), "{\"namn\": \"Åsa\"}");
    Ran ran =
        Ran.with(
            "form",
            "render",
            one.toString(),
            two.toString(),
            "--out",
            folder.resolve("ut").toString(),
            "--answers",
            answers.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("one definition at a time");
  }
}
