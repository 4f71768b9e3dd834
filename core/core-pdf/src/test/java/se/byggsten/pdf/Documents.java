package se.byggsten.pdf;

import java.time.Instant;
import java.util.Locale;
import se.byggsten.core.document.PrintableDocument;

/** Documents for the tests. */
final class Documents {
  static final Instant AT = Instant.parse("2026-03-02T08:15:30Z");

  static final String APPLICATION =
      """
      <!DOCTYPE html>
      <html lang="sv"><head><title>Ansökan</title>
      <style>@page{size:A4;margin:2cm;@bottom-center{content:counter(page) " / " counter(pages)}}
      h1{font-size:20pt} th{text-align:left} td,th{border-bottom:1px solid #888888;padding:4pt}</style></head>
      <body><h1>Ansökan om kolloplats</h1>
      <p>Inkom 2 mars 2026. <strong>Åsa Öberg</strong> <em>godkände</em> uppgifterna.</p>
      <h2>Barnet</h2>
      <table><thead><tr><th scope="col">Fråga</th><th scope="col">Svar</th></tr></thead>
      <tbody><tr><th scope="row">Namn</th><td>Björn Ängström</td></tr>
      <tr><th scope="row">Önskemål</th><td>Väddö, vecka 27</td></tr></tbody></table>
      <dl><dt>Språk</dt><dd>Svenska, العربية, עברית, ქართული 😀</dd></dl>
      <ul><li>Första bilagan</li><li>Andra bilagan</li></ul>
      <p>Läs mer på <a href="https://www.example.org/kollo">sidan om kollo</a>.</p>
      </body></html>
      """;

  private Documents() {}

  static PrintableDocument application() {
    return of(APPLICATION);
  }

  static PrintableDocument of(String html) {
    return new PrintableDocument("Ansökan om kolloplats", Locale.forLanguageTag("sv"), AT, html);
  }

  static PrintableDocument body(String body) {
    return of("<html><head><title>x</title></head><body>" + body + "</body></html>");
  }
}
