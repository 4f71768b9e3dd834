package se.byggsten.testidp.internal;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    return get(address, headers, PATIENCE);
  }

  static Answer get(URI address, Map<String, String> headers, Duration patience) {
    return send(to(address, headers).GET(), patience);
  }

  /** Posts a form. */
  public static Answer post(URI address, Map<String, String> fields, Map<String, String> headers) {
    String body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        to(address, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        PATIENCE);
  }

  /** Returns an address as it may stand in a message: its query may hold what is secret. */
  public static String shown(URI address) {
    String text = address.toString();
    int end = 0;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    return text.substring(0, end);
  }

  /** Encodes a value for a form or a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Addresses and cookies come from who is asked, and may be such as cannot be sent. */
  private static HttpRequest.Builder to(URI address, Map<String, String> headers) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(address);
      headers.forEach(request::header);
      return request;
    } catch (IllegalArgumentException notOfTheWeb) {
      throw new TestIdpException("The address is not on http or https", notOfTheWeb);
    }
  }

  private static Answer send(HttpRequest.Builder request, Duration patience) {
    HttpRequest built = request.timeout(patience).build();
    CompletableFuture<HttpResponse<byte[]>> answer = CLIENT.sendAsync(built, info -> beginning());
    try {
      // For all of it: the client's own time-out does not watch a body that comes drop by drop.
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          built.uri(),
          response.statusCode(),
          response.headers().map(),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      throw new TestIdpException(shown(built.uri()) + " does not answer in time", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TestIdpException(
          shown(built.uri()) + " does not answer: " + cause.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestIdpException("The request was interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  /** Keeps the beginning of a body, and throws away what comes after. */
  private static BodySubscriber<byte[]> beginning() {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(
            piece ->
                piece.ifPresent(
                    bytes -> kept.write(bytes, 0, Math.min(bytes.length, MAX_BODY - kept.size())))),
        nothing -> kept.toByteArray());
  }
}
