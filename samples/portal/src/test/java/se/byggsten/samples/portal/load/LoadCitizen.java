package se.byggsten.samples.portal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.identity.CookieSpec;
import se.byggsten.samples.portal.web.TestPortal;
import se.byggsten.samples.portal.web.Visitor;

/** Somebody who has logged in and filled in the whole form, and goes on changing it. */
final class LoadCitizen {
  private static final List<String> PERSONS = List.of("anna", "erik", "fatima");
  private static final Pattern MARK = Pattern.compile("name=\"_draft\" value=\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final TestPortal portal;
  private final String session;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private String mark = "";
  private String token = "";
  private int posted;

  private LoadCitizen(TestPortal portal, Visitor visitor) {
    this.portal = portal;
    session = visitor.cookie(CookieSpec.session(false).name());
  }

  /** They fill in the whole form side by side, so that no connection falls silent. */
  static List<LoadCitizen> all(TestPortal portal) {
    List<LoadCitizen> all =
        PERSONS.stream()
            .map(person -> new LoadCitizen(portal, Visitor.loggedIn(portal, person)))
            .toList();
    all.forEach(citizen -> citizen.read(citizen.send(citizen.request("sida0").GET().build())));
    for (int i = 0; i < LargeForm.PAGES; i++) {
      all.forEach(LoadCitizen::post);
    }
    for (int row = 1; row <= LargeForm.ROWS; row++) {
      for (LoadCitizen citizen : all) {
        citizen.add();
      }
    }
    return all;
  }

  /** A request that was asked for again may have added a row more than was wanted. */
  private void add() {
    String row = post(LargeForm.LIST, Map.of("_action", List.of("add")));
    post(row.substring(row.indexOf("irad/")), LargeForm.answers("r", "Rad "));
  }

  /** Answers the next page anew, and waits for the page that follows. */
  synchronized void post() {
    int page = posted++ % LargeForm.PAGES;
    post("sida" + page, LargeForm.answers("f" + page + "x", "Nytt å " + posted + " "));
  }

  /** Returns the path of the page that followed. */
  private String post(String page, Map<String, List<String>> values) {
    StringBuilder body = new StringBuilder("_csrf=" + token + "&_draft=" + encoded(mark));
    values.forEach(
        (name, value) -> body.append('&').append(name).append('=').append(encoded(value.get(0))));
    HttpResponse<String> answer =
        send(
            request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    read(answer);
    return answer.uri().getPath();
  }

  private HttpRequest.Builder request(String page) {
    return HttpRequest.newBuilder(URI.create(portal.url() + "/ansokan/" + page))
        .header("Cookie", CookieSpec.session(false).name() + "=" + session)
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return sendOnce(request);
    } catch (IOException closed) {
      // A kept connection may turn out to be closed: a browser asks again on a new one, and so
      // here, within the same time.
      try {
        return sendOnce(request);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private HttpResponse<String> sendOnce(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** The next post says which version of the draft this page showed, as a browser's would. */
  private void read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    mark = first(MARK, answer.body());
    token = first(TOKEN, answer.body());
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
