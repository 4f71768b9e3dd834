package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the form of the guide as a citizen without scripts, and as some others. */
final class GuideVisit {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String[] ANSWERS = {
    "lokal", "aula", "servering", "no", "dag-year", "2199", "dag-month", "3", "dag-day", "6"
  };

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI base;
  private HttpResponse<String> page;

  GuideVisit(URI base) throws Exception {
    this.base = base;
    page = get("");
  }

  void walk() throws Exception {
    at("/boka/bokning", 200);
    assertThat(page.body()).as("nothing is kept for another day").doesNotContain("\"save\"");
    post("lokal", "aula");
    at("/boka/bokning", 422);
    assertThat(page.body())
        .contains("Skriv vilken dag du vill boka", "href=\"#servering\"", "<title>Fel: ");
    post("lokal", "aula", "servering", "yes", "dag-year", "2199", "dag-month", "3", "dag-day", "6");
    assertThat(page.body()).contains("Hur många ska äta?");
    page = get("/granska");
    at("/boka/bokning", 200);
    post(
        "lokal",
        "aula",
        "servering",
        "yes",
        "dag-year",
        "2199",
        "dag-month",
        "3",
        "dag-day",
        "6",
        "antal",
        "40");
    at("/boka/kontakt", 200);
    post("namn", "Åsa <Ek>", "epost", "asa@exempel.se", "telefon", "");
    at("/boka/granska", 200);
    assertThat(page.body()).contains("6 mars 2199", "Åsa &lt;Ek&gt;", "Skicka bokningen");
    post();
    at("/boka/mottaget", 200);
    assertThat(page.body()).contains("Vi har fått din bokning");
    assertThat(get("/mottaget").body()).contains("Vi har fått din bokning");
  }

  void walkWithoutSession() throws Exception {
    post(ANSWERS);
    at("/boka/kontakt", 200);
    cookies.getCookieStore().removeAll();
    post("namn", "Åsa <Ek>", "epost", "fel", "telefon", "0555-1");
    at("/boka/kontakt", 403);
    assertThat(page.body())
        .contains("Sidan hade varit öppen för länge", "Åsa &lt;Ek&gt;", "value=\"fel\"", "0555-1");
    assertThat(get("/kontakt").uri().getPath()).isEqualTo("/boka/bokning"); // nothing is kept
    post("namn", "Åsa <Ek>", "epost", "asa@exempel.se", "telefon", "0555-120 00");
    at("/boka/bokning", 200);
    post(ANSWERS);
    at("/boka/kontakt", 200);
    assertThat(page.body()).contains("Åsa &lt;Ek&gt;", "asa@exempel.se", "0555-120 00");
    post("namn", "Åsa <Ek>", "epost", "asa@exempel.se", "telefon", "0555-120 00");
    at("/boka/granska", 200);
    assertThat(page.body()).contains("6 mars 2199", "Åsa &lt;Ek&gt;");
    cookies.getCookieStore().removeAll();
    post();
    assertThat(page.statusCode()).isEqualTo(403);
    post();
    at("/boka/bokning", 200);
  }

  void beRefused() throws Exception {
    post(ANSWERS);
    at("/boka/kontakt", 200);
    URI kontakt = page.uri();
    told(get("/finns-inte"), 404, "Sidan finns inte");
    told(get("/mottaget"), 404, "Sidan finns inte");
    told(send(kontakt, "text/plain", "namn=Ek"), 415, "Vi kunde inte ta emot");
    told(send(kontakt, FORM, body("okant", "1")), 400, "Vi kunde inte ta emot");
    String large = body("namn", "a".repeat(3_000_000));
    told(send(kontakt, FORM, large), 413, "för stort");
    cookies.getCookieStore().removeAll();
    HttpResponse<String> forged =
        send(kontakt, FORM, "namn=Ond&epost=ond%40x.se", "Sec-Fetch-Site", "cross-site");
    told(forged, 403, "Vi kunde inte ta emot");
    assertThat(forged.body()).doesNotContain("Ond");
    assertThat(forged.headers().allValues("Set-Cookie")).isEmpty();
  }

  private static void told(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("lang=\"sv\"", words, "href=\"/boka\">Gå till bokningen");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  void lookAtHeaders() throws Exception {
    cookies.getCookieStore().removeAll();
    HttpResponse<String> first =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(base + "/bokning")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(first.headers().map()).doesNotContainKeys("server", "Server");
    assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self'");
    // The page has nothing that this policy stops.
    assertThat(first.body()).doesNotContain("<style", " style=", " onclick=", "javascript:");
    HttpResponse<String> trace =
        client.send(
            HttpRequest.newBuilder(base)
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(trace.statusCode()).isEqualTo(405);
    assertThat(trace.body()).isEmpty();
  }

  void switchLanguage() throws Exception {
    assertThat(page.body())
        .contains("<html lang=\"sv\"", "formaction=\"/boka/bokning?lang=en\"", "Boka lokal");
    String[] typed = {"lokal", "matsal", "dag-year", "2199", "dag-month", "", "dag-day", ""};
    page = send(URI.create(base + "/bokning?lang=en"), FORM, body(typed) + "&_action=save");
    at("/boka/bokning", 200);
    assertThat(page.body())
        .contains("<html lang=\"en\"", "What would you like to book?", "value=\"2199\"")
        .containsPattern("value=\"matsal\"[^>]* checked");
    post(ANSWERS);
    at("/boka/kontakt", 200);
    assertThat(page.body()).contains("<html lang=\"en\"", "Book a room");
  }

  private void at(String path, int status) {
    assertThat(page.uri().getPath()).isEqualTo(path);
    assertThat(page.statusCode()).isEqualTo(status);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void post(String... namesAndValues) throws Exception {
    page = send(page.uri(), FORM, body(namesAndValues));
  }

  /** With the token of the page that was seen last. */
  private String body(String... namesAndValues) {
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    StringBuilder body = new StringBuilder("_csrf=").append(token.group(1));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append('&').append(namesAndValues[i]).append('=');
      body.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return body.toString();
  }

  private HttpResponse<String> send(URI where, String type, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(where)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
