package se.byggsten.conformance.http;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request and its answer, as they went over the wire; redirects are exchanges of their own. */
public final class Exchange {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._-]{1,40})");

  private final int number;
  private final String method;
  private final URI uri;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final boolean cut;

  Exchange(
      int number,
      String method,
      URI uri,
      int status,
      Map<String, List<String>> headers,
      byte[] body,
      boolean cut) {
    this.number = number;
    this.method = method;
    this.uri = uri;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.cut = cut;
  }

  /**
   * Returns the place in the transcript of its browser, from 1.
   *
   * @return the number
   */
  public int number() {
    return number;
  }

  /**
   * Returns the method of the request.
   *
   * @return such as {@code GET}
   */
  public String method() {
    return method;
  }

  /**
   * Returns the address of the request.
   *
   * @return the address
   */
  public URI uri() {
    return uri;
  }

  /**
   * Returns the status of the answer.
   *
   * @return from 100 to 599
   */
  public int status() {
    return status;
  }

  /**
   * Returns all values of a header of the answer.
   *
   * @param name the name, in any case
   * @return empty when it is not there
   */
  public List<String> headers(String name) {
    return headers.entrySet().stream()
        .filter(h -> h.getKey().equalsIgnoreCase(name))
        .flatMap(h -> h.getValue().stream())
        .toList();
  }

  /**
   * Returns the values of a header, joined by a comma as RFC 9110 allows.
   *
   * @param name the name, in any case
   * @return empty when it is not there
   */
  public Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /**
   * Returns the body as text in the charset of the answer, else UTF-8.
   *
   * @return the text
   */
  public String text() {
    Charset charset = StandardCharsets.UTF_8;
    Matcher m = CHARSET.matcher(header("Content-Type").orElse(""));
    if (m.find()) {
      try {
        charset = Charset.forName(m.group(1));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
        charset = StandardCharsets.UTF_8;
      }
    }
    return new String(body, charset);
  }

  /**
   * Returns the body as it came, as far as it was read.
   *
   * @return a copy of the bytes
   */
  public byte[] bytes() {
    return body.clone();
  }

  /**
   * Returns how many bytes of body were read.
   *
   * @return the number of bytes
   */
  public int size() {
    return body.length;
  }

  /**
   * Returns whether the body was longer than what is read.
   *
   * @return true when cut
   */
  public boolean cut() {
    return cut;
  }

  /**
   * Returns whether the answer is a page of HTML.
   *
   * @return true when it says so
   */
  public boolean isHtml() {
    return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  /**
   * Returns the method, path and status for evidence; never the query, which may hold anything.
   *
   * @return such as {@code GET /kvittens/… gav 200}
   */
  public String summary() {
    String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    return method + " " + path + " gav " + status;
  }

  @Override
  public String toString() {
    return summary();
  }
}
