package se.byggsten.samples.judges;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.archive.DescriptiveMetadata;
import se.byggsten.archive.PackageAgent;
import se.byggsten.archive.PackageFile;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.PackageRights;
import se.byggsten.archive.PreservationEvent;
import se.byggsten.archive.Representation;
import se.byggsten.archive.SubmissionPackage;
import se.byggsten.archive.SubmissionPackageBuilder;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfRenderers;

/** A package with all that one can hold, and a PDF with all that an application has. */
final class SamplePackage {
  static final Instant AT = Instant.parse("2026-03-02T08:15:31Z");

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="sv"><head><title>Ansökan</title>
      <style>@page{size:A4;margin:2cm;@bottom-center{content:counter(page) " av " counter(pages)}}
      h1{font-size:20pt} th{text-align:left} td,th{border-bottom:1px solid #888888;padding:4pt}</style></head>
      <body><h1>Ansökan om kolloplats</h1>
      <p>Inkom 2 mars 2026. <strong>Åsa Öberg</strong> <em>godkände</em> uppgifterna.</p>
      <h2>Barnet</h2>
      <table><thead><tr><th scope="col">Fråga</th><th scope="col">Svar</th></tr></thead>
      <tbody><tr><th scope="row">Namn</th><td>Björn Ängström</td></tr>
      <tr><th scope="row">Önskemål</th><td>Väddö, vecka 27</td></tr></tbody></table>
      <dl><dt>Språk</dt><dd>Svenska, العربية, עברית, ქართული 😀 汉字 \u200d</dd></dl>
      <ul><li>Första bilagan</li><li>Andra bilagan</li></ul><ol><li>Ett</li><li>Två</li></ol>
      <h3>Försäkran</h3><p style="page-break-before:always">Sida två. Läs mer på
      <a href="https://www.example.org/kollo">sidan om kollo</a>.</p>
      <p><img alt="En röd punkt" src="data:image/png;base64,%s" width="20" height="20"/></p>
      </body></html>
      """;

  private static final String DOT =
      "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO"
          + "9TXL0Y4OHwAAAABJRU5ErkJggg==";

  private SamplePackage() {}

  static byte[] pdf() {
    return PdfRenderers.preservation()
        .render(
            new PrintableDocument(
                "Ansökan om kolloplats", Locale.forLanguageTag("sv"), AT, PAGE.formatted(DOT)));
  }

  static SubmissionPackageBuilder builder() {
    PackageAgent agent = new PackageAgent("Eksta kommun", "ORG:2120000001");
    return SubmissionPackage.builder(PackageProfile.CSIP_SIP_2_1_0)
        .objectId("eksta-2c4f1a")
        .label("KFN 2026-0001")
        .content("Mixed", "Sample case 1")
        .createdAt(AT)
        .archivalCreator(agent)
        .submittingAgent(agent)
        .software("Byggsten", "0.1")
        .submissionAgreement("EKSTA 2026/17")
        .rights(
            new PackageRights(
                new RetentionRule("3.7.2", Optional.of(Period.ofYears(5)), "Plan 2026, § 12"),
                Optional.of(new SecrecyMark("26 kap. 1 § OSL", LocalDate.of(2026, 3, 2), "KFN"))))
        .event(new PreservationEvent("creation", AT.minusSeconds(60), "Received"))
        .event(new PreservationEvent("information package creation", AT, "Packaged"))
        .description(
            new DescriptiveMetadata(
                text("case.xml", "application/xml", "<case>å</case>"), "OTHER", "Sample case 1"))
        .representation(
            new Representation(
                "rep1", List.of(PackageFile.of("application.pdf", "application/pdf", AT, pdf()))))
        .representation(
            new Representation(
                "rep2",
                List.of(
                    text("answers.json", "application/json", "{\"å\": 1}"),
                    text("journal.json", "application/json", "[]")
                        .originallyNamed("Läkarintyg <Öberg> & co.json"))));
  }

  private static PackageFile text(String name, String mediaType, String text) {
    return PackageFile.of(name, mediaType, AT, text.getBytes(StandardCharsets.UTF_8));
  }
}
