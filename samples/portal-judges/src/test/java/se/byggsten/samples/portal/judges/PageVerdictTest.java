package se.byggsten.samples.portal.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.testsupport.Judge;

/** What the Nu HTML checker says of every page of the walk, right and wrong. */
@Tag("judges")
class PageVerdictTest {
  /** A date's fieldset has it for the sake of old screen readers, as govuk-frontend has. */
  private static final String KNOWN_WARNING =
      "info warning: The “group” role is unnecessary for element “fieldset”.";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"sv, anna", "en, erik"})
  void no_page_has_an_error_or_a_warning(String language, String person) throws IOException {
    Map<String, Exchange> pages = new LinkedHashMap<>();
    for (Exchange page : PortalPages.walk(language, person)) {
      pages.putIfAbsent(page.text(), page);
    }
    List<String> arguments = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Exchange page : pages.values()) {
      Path file = folder.resolve("page-" + page.number() + "-" + names.size() + ".html");
      arguments.add(Files.writeString(file, page.text()).toString());
      names.put(
          file.getFileName().toString(),
          page.method() + " " + page.uri().getPath() + " " + page.status());
    }
    assertThat(names.values())
        .anyMatch(n -> n.startsWith("GET /kvittens/"))
        .anyMatch(n -> n.startsWith("GET /handlaggare/"))
        .anyMatch(n -> n.startsWith("POST /saml/acs 4"))
        .anyMatch(n -> n.startsWith("GET /test-idp/"))
        .hasSizeGreaterThan(50);
    Judge.Verdict verdict = Judge.nuHtml().run(folder, arguments.toArray(new String[0]));
    assertThat(
            verdict.lines().stream()
                .filter(line -> !line.endsWith(KNOWN_WARNING))
                .map(line -> named(line, names)))
        .isEmpty();
    assertThat(verdict.exitCode()).isZero();
  }

  private static String named(String line, Map<String, String> names) {
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (line.contains("/" + name.getKey())) {
        return name.getValue() + line.substring(line.indexOf(name.getKey()));
      }
    }
    return line;
  }
}
