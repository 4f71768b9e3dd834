package se.byggsten.samples.portal.judges;

import java.time.Instant;
import java.util.Locale;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfRenderers;
import se.byggsten.samples.portal.web.Visitor;

/** What citizens send with their application. */
final class Attachments {
  private Attachments() {}

  static Exchange upload(Visitor citizen, Exchange page, String name, byte[] content) {
    FormData data = FormData.untouched(Visitor.mainForm(page));
    return citizen.submit(
        page, data.with("bilagor", new FormData.Upload(name, "application/pdf", content)));
  }

  static byte[] pdf() {
    String html = "<html><head><title>Intyg</title></head><body><h1>Intyg å</h1></body></html>";
    return PdfRenderers.preservation()
        .render(
            new PrintableDocument(
                "Intyg", Locale.forLanguageTag("sv"), Instant.parse("2026-11-02T08:00:00Z"), html));
  }
}
