package se.byggsten.testidp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.testidp.internal.HttpFetch;
import se.byggsten.testidp.internal.PageText;

/** What a {@link TestBrowser} was shown. */
public final class TestPage {
  private static final int FIRST_ERROR = 400;

  private final HttpFetch.Answer answer;

  TestPage(HttpFetch.Answer answer) {
    this.answer = answer;
  }

  HttpFetch.Answer answer() {
    return answer;
  }

  /**
   * Returns where the page is.
   *
   * @return the address that answered
   */
  public URI address() {
    return answer.address();
  }

  /**
   * Returns the HTTP status.
   *
   * @return for example 200
   */
  public int status() {
    return answer.status();
  }

  /**
   * Returns the page.
   *
   * @return the text, read as UTF-8, at most 4 MB of it
   */
  public String body() {
    return answer.body();
  }

  /**
   * Returns the headers.
   *
   * @return the values by name, names in lower case
   */
  public Map<String, List<String>> headers() {
    return answer.headers();
  }

  /**
   * Returns where the page leads to, when it is a redirect.
   *
   * @return the address, absolute
   */
  public Optional<URI> redirect() {
    String location = answer.header("location");
    try {
      return answer.status() / 100 == 3 && !location.isEmpty()
          ? Optional.of(answer.address().resolve(location))
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** What a test that fails needs to know: who answered what, and why. */
  String told() {
    String refusal = PageText.refusal(answer);
    String told = HttpFetch.shown(address()) + " answers " + status();
    return refusal.isEmpty() ? told + errors() : told + ": " + refusal;
  }

  /** A heading may greet a person by name, unless it is that of an error. */
  private String errors() {
    if (status() < FIRST_ERROR) {
      return "";
    }
    String heading = PageText.heading(answer);
    String code = PageText.code(answer);
    return (heading.isEmpty() ? "" : ": " + heading) + (code.isEmpty() ? "" : " (" + code + ")");
  }

  /**
   * Returns what a failing test shows: the address without its query, the status and, of an error,
   * its heading and its code.
   *
   * @return the text, without what the page says of a person
   */
  @Override
  public String toString() {
    return "TestPage[" + told() + "]";
  }
}
