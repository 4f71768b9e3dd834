package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.finding.Finding;

/** Metadata that are meant to do harm, or are no metadata at all. */
class HostileMetadataTest {
  private static final String RIGHT = RightMetadata.service().xml();

  @Test
  void refuses_a_document_type_before_it_is_read(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "sv");
    String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    for (String type :
        new String[] {
          external, bomb, "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"http://localhost:9/\">"
        }) {
      String xml = RIGHT.replace("<md:EntityDescriptor", type + "\n<md:EntityDescriptor");
      Finding finding = only(xml.getBytes(StandardCharsets.UTF_8));
      assertThat(finding.code().value()).isEqualTo("SAML-LINT-XML-DTD");
      assertThat(finding.where().line()).hasValue(2);
    }
  }

  @Test
  void tells_where_the_xml_breaks() {
    Finding finding = only("<a>\n<b>\n</a>".getBytes(StandardCharsets.UTF_8));
    assertThat(finding.code().value()).isEqualTo("SAML-LINT-XML-BROKEN");
    assertThat(finding.where().line()).hasValue(3);
    assertThat(only(new byte[0]).code().value()).isEqualTo("SAML-LINT-XML-BROKEN");
    assertThat(only("hej".getBytes(StandardCharsets.UTF_8)).code().value())
        .isEqualTo("SAML-LINT-XML-BROKEN");
  }

  @Test
  void tells_another_root() {
    Finding finding = only("<html><body/></html>".getBytes(StandardCharsets.UTF_8));
    assertThat(finding.code().value()).isEqualTo("SAML-LINT-ROOT-WRONG");
    assertThat(finding.message()).contains("html");
    assertThat(finding.where().detail()).contains("/*[local-name()='html']");
  }

  @Test
  void reads_only_utf_8() {
    for (Charset other : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
      assertThat(only(RIGHT.getBytes(other)).code().value())
          .isIn("SAML-LINT-XML-ENCODING", "SAML-LINT-XML-BROKEN");
    }
    byte[] declared =
        RIGHT.replace("encoding=\"UTF-8\"", "encoding=\"UTF-7\"").getBytes(StandardCharsets.UTF_8);
    assertThat(only(declared).code().value()).isEqualTo("SAML-LINT-XML-ENCODING");
    byte[] marked = ("\uFEFF" + RIGHT).getBytes(StandardCharsets.UTF_8);
    assertThat(check(marked).findings()).isEmpty();
  }

  @Test
  void stops_at_what_is_too_large_in_bounded_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          String deep = "<a>".repeat(200) + "</a>".repeat(200);
          String wide = "<a>" + "<b/>".repeat(60_000) + "</a>";
          String name = "<" + "n".repeat(300) + "/>";
          String entity =
              RIGHT.replace("<md:Organization>", "<md:X/>".repeat(60_000) + "<md:Organization>");
          for (String xml : new String[] {deep, wide, name, entity}) {
            assertThat(only(xml.getBytes(StandardCharsets.UTF_8)).code().value())
                .isEqualTo("SAML-LINT-XML-TOO-LARGE");
          }
          byte[] huge = new byte[64 * 1024 * 1024 + 1];
          assertThat(only(huge).code().value()).isEqualTo("SAML-LINT-XML-TOO-LARGE");
        });
  }

  @Test
  void ends_on_figures_without_end() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (String cache : new String[] {"P999999999Y", "P99999999999999D", "-PT1H", "PT0.0S"}) {
            String nines =
                RIGHT.replace("cacheDuration=\"PT1H\"", "cacheDuration=\"" + cache + "\"");
            assertThat(check(nines.getBytes(StandardCharsets.UTF_8)).entities()).hasSize(1);
          }
          for (String until :
              new String[] {
                "999999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "2030-01-01T24:00:00"
              }) {
            String far = RIGHT.replace("2026-12-24T00:00:00Z", until);
            assertThat(check(far.getBytes(StandardCharsets.UTF_8)).entities()).hasSize(1);
          }
        });
  }

  @Test
  void ends_on_many_faults_and_tells_some_of_them() {
    String number = "<mdorgext:OrganizationNumber>1</mdorgext:OrganizationNumber>";
    String category =
        "<saml:AttributeValue>http://id.elegnamnden.se/ec/1.0/x</saml:AttributeValue>";
    String logo = "<mdui:Logo>x</mdui:Logo>";
    String acs = "<md:AssertionConsumerService index=\"1\"/>";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String[] many :
              new String[][] {
                {"<mdorgext:OrganizationNumber>", number},
                {"<saml:AttributeValue>", category},
                {"<mdui:Logo", logo},
                {"<md:AssertionConsumerService", acs}
              }) {
            String xml = RIGHT.replaceFirst(many[0], many[1].repeat(12_000) + many[0]);
            MetadataLintReport report = check(xml.getBytes(StandardCharsets.UTF_8));
            assertThat(report.findings().size()).isBetween(50, 300);
          }
        });
  }

  @Test
  void repeats_little_of_what_was_written() {
    String secret = "anna.andersson@eksta.example";
    String xml =
        RIGHT
            .replace("contactType=\"support\"", "contactType=\"" + secret + "\"")
            .replace("rsa-sha256\"/>", "x".repeat(5000) + "\"/>");
    for (Finding finding : check(xml.getBytes(StandardCharsets.UTF_8)).findings()) {
      assertThat(finding.message()).doesNotContain(secret).hasSizeLessThan(400);
    }
  }

  @Test
  void says_the_same_whatever_the_language_of_the_machine() {
    Locale before = Locale.getDefault();
    byte[] broken =
        RIGHT
            .replace(" index=\"0\"", "")
            .replace("2026-12-24T00:00:00Z", "jul")
            .getBytes(StandardCharsets.UTF_8);
    try {
      Locale.setDefault(Locale.ENGLISH);
      var english = check(broken).findings();
      Locale.setDefault(Locale.GERMANY);
      assertThat(check(broken).findings()).isEqualTo(english);
      Locale.setDefault(Locale.forLanguageTag("sv-SE"));
      assertThat(check(broken).findings()).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Finding only(byte[] bytes) {
    MetadataLintReport report = check(bytes);
    assertThat(report.entities()).isEmpty();
    assertThat(report.findings()).hasSize(1);
    assertThat(report.conforms()).isFalse();
    return report.findings().get(0);
  }

  private static MetadataLintReport check(byte[] bytes) {
    return MetadataLint.of(SwedenConnectRequirements.version("1.9"), EntityRole.SP)
        .inLanguage("en")
        .check("hostile.xml", bytes, LintKeys.NOW);
  }
}
