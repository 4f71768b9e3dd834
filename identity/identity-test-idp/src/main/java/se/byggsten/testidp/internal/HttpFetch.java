package se.byggsten.testidp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.byggsten.testidp.protocol.TestIdpException;

/** One request over HTTP, bounded in time and size; redirects are not followed. */
public final class HttpFetch {
  private static final int MAX_BODY = 4 * 1024 * 1024;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * What came back.
   *
   * @param address which address answered
   * @param status the HTTP status
   * @param headers the headers
   * @param body the text, as UTF-8
   */
  public record Answer(URI address, int status, Map<String, List<String>> headers, String body) {
    /** Returns the first value of a header, or an empty text; the name is in lower case. */
    public String header(String name) {
      List<String> values = headers.getOrDefault(name, List.of());
      return values.isEmpty() ? "" : values.get(0);
    }

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  private HttpFetch() {}

  /** Asks for a page. */
  public static Answer get(URI address, Map<String, String> headers) {
    return send(HttpRequest.newBuilder(address).GET(), headers);
  }

  /** Posts a form. */
  public static Answer post(URI address, Map<String, String> fields, Map<String, String> headers) {
    String body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  /** Encodes a value for a form or a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Answer send(HttpRequest.Builder request, Map<String, String> headers) {
    headers.forEach(request::header);
    HttpRequest built = request.timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(built, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Answer(
            built.uri(),
            response.statusCode(),
            response.headers().map(),
            new String(body.readNBytes(MAX_BODY), StandardCharsets.UTF_8));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new TestIdpException(
          built.uri().getHost() + " does not answer: " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestIdpException("The request was interrupted", e);
    }
  }
}
