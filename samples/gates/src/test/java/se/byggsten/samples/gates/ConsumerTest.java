package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody gets who adds one module, with the BOM alone, to a project of their own. */
class ConsumerTest {
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest(name = "byggsten-{0}: at most {1} MB")
  @CsvSource({
    "core, 1",
    "forms, 12",
    "forms-upload, 14",
    "identity, 2",
    "identity-saml, 22",
    "archive, 8",
    "accessibility, 6",
  })
  void all_its_dependencies_stay_within_the_budget(String module, int megabytes) {
    List<Path> jars = jarsOf(module);
    long sum = jars.stream().mapToLong(ConsumerTest::size).sum();
    assertThat(sum)
        .as("%s gives %d bytes: %s", module, sum, jars)
        .isLessThanOrEqualTo(megabytes * MEGABYTE);
  }

  @ParameterizedTest(name = "byggsten-{0} brings nothing like {1}")
  @CsvSource({
    "core, '^(?!byggsten-core-|slf4j-api|jspecify)'",
    "forms, '(opensaml|bcprov|postgresql|jdbi|flyway|pdfbox|openhtmltopdf|jetty|byte-buddy|snakeyaml-2)'",
    "forms-upload, '(opensaml|bcprov|postgresql|jdbi|flyway|pdfbox|openhtmltopdf|jetty|byte-buddy|tika-parser|poi)'",
    "identity, '(opensaml|bcprov|postgresql|jdbi|hibernate|cel|guava)'",
    "identity-saml, '(jdk15on|spring|velocity|commons-logging|javax.servlet|postgresql|cel-)'",
    "archive, '(opensaml|bcprov|postgresql|jdbi|pdfbox|openhtmltopdf|hibernate|cel|guava)'",
    "accessibility, '(opensaml|bcprov|postgresql|jdbi|selenium|playwright|hibernate|cel|guava)'",
  })
  void nobody_inherits_what_they_do_not_use(String module, String forbidden) {
    Pattern pattern = Pattern.compile(forbidden);
    assertThat(jarsOf(module))
        .extracting(jar -> jar.getFileName().toString())
        .noneMatch(name -> pattern.matcher(name).find());
  }

  @ParameterizedTest
  @CsvSource({
    "core",
    "forms",
    "forms-upload",
    "identity",
    "identity-saml",
    "archive",
    "accessibility"
  })
  void no_logging_backend_comes_along(String module) {
    assertThat(jarsOf(module))
        .extracting(jar -> jar.getFileName().toString())
        .noneMatch(
            name ->
                name.matches(
                    "(logback|log4j-core|slf4j-simple|slf4j-nop|jul-to|commons-logging).*"));
  }

  /** The patched versions that OpenSAML 4.0.1 must meet; a consumer gets them by the BOM. */
  @Test
  void the_saml_module_comes_with_the_patched_libraries() {
    assertThat(jarsOf("identity-saml"))
        .extracting(jar -> jar.getFileName().toString())
        .contains("xmlsec-3.0.6.jar", "bcprov-jdk18on-1.87.jar", "cryptacular-1.3.0.jar")
        .anyMatch(name -> name.matches("httpclient-4\\.5\\.14\\.jar"))
        .anyMatch(name -> name.matches("guava-33\\.\\d+\\.\\d+-jre\\.jar"));
  }

  private static List<Path> jarsOf(String module) {
    Path folder = Tree.ROOT.resolve("samples/consumers/" + module + "/target/lib");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
      assertThat(jars).isNotEmpty();
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
