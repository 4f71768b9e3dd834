package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

class ByggstenCliTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "check", "validate-package", "catalogue"})
  void helpsWithEveryCommand(String command) {
    Ran ran = command.isEmpty() ? Ran.with("--help") : Ran.with(command, "--help");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: byggsten " + command).doesNotContain("\u001B");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void tellsItsVersionAndThatOfTheCatalogue() {
    Ran ran = Ran.with("--version");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).matches("byggsten \\S+\\R(?s)catalogue 0\\.1\\.0\\R");
    assertThat(ran.out()).doesNotContain("${");
  }

  @Test
  void answersTwoToWrongUse() {
    assertThat(Ran.with().exit()).isEqualTo(2);
    assertThat(Ran.with("chekc").exit()).isEqualTo(2);
    assertThat(Ran.with("catalogue", "--no-such-option").exit()).isEqualTo(2);
    assertThat(Ran.with("catalogue", "--format", "xml").exit()).isEqualTo(2);
    assertThat(Ran.with("check", "https://localhost/").exit()).isEqualTo(2);
    assertThat(Ran.with("validate-package").exit()).isEqualTo(2);
  }

  @Test
  void writesWhatIsWrongToStandardErrorAlone() {
    Ran ran = Ran.with("catalogue", "--profile", "corrider");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("CONFORMANCE-UNKNOWN-PROFILE")
        .contains("did you mean 'corridor'?");
  }

  @Test
  void listsTheCatalogueAsText() {
    Ran ran = Ran.with("catalogue", "--profile", "bor");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out().lines()).hasSize(4).allMatch(l -> l.startsWith("SK-"));
  }

  @Test
  void listsTheCatalogueAsJson() {
    Ran ran = Ran.with("catalogue", "--format", "json");

    DataView json = DataReader.json().view("out", ran.out());
    assertThat(json.required("requirements").list()).hasSize(135);
    assertThat(json.required("catalogueVersion").text()).isEqualTo("0.1.0");
  }

  @Test
  void findsABrokenPackage(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("skräp.txt"), "inget paket");

    Ran text = Ran.with("validate-package", folder.toString());
    Ran json = Ran.with("validate-package", folder.toString(), "--format", "json");

    assertThat(text.exit()).isEqualTo(1);
    assertThat(text.out()).contains("ERROR").endsWith("Paketet är inte giltigt.\n");
    assertThat(json.exit()).isEqualTo(1);
    DataView result = DataReader.json().view("out", json.out());
    assertThat(result.required("valid").bool()).isFalse();
    assertThat(result.required("findings").list()).isNotEmpty();
  }

  @Test
  void writesNoControlCharactersToTheTerminal() {
    StringWriter out = new StringWriter();

    Console.of(out, new StringWriter()).say("a\u001B[31mröd\u0007\u009B2J\rb\tc");

    assertThat(out.toString()).isEqualTo("a\uFFFD[31mröd\uFFFD\uFFFD2J\uFFFDb\tc\n");
  }
}
