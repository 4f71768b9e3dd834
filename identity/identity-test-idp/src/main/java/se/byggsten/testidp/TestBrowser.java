package se.byggsten.testidp;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.internal.HttpFetch;
import se.byggsten.testidp.internal.PageForm;
import se.byggsten.testidp.internal.PageText;
import se.byggsten.testidp.protocol.TestIdpException;

/**
 * A browser without JavaScript that can log in by itself.
 *
 * <p>It keeps cookies by host, follows redirects and posts forms that ask nothing. It knows the
 * test identity provider's page by its fields, and answers it. For one thread.
 */
public final class TestBrowser {
  private static final int MAX_STEPS = 20;

  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final Predicate<URI> visits;

  private TestBrowser(Predicate<URI> visits) {
    this.visits = visits;
  }

  /**
   * Returns a browser without cookies.
   *
   * @return the browser
   */
  public static TestBrowser fresh() {
    return new TestBrowser(address -> true);
  }

  /** A browser that stops before every address that is not allowed. */
  static TestBrowser visiting(Predicate<URI> allowed) {
    return new TestBrowser(allowed);
  }

  /**
   * Logs in as it should be.
   *
   * @param start where the service begins a login: it leads to the test identity provider by
   *     redirects or by a form
   * @param person who logs in
   * @param level the level to claim
   * @return the page where the service ends up, after its redirects
   * @throws TestIdpException when the service never leads to the test identity provider
   */
  public TestPage login(URI start, TestPerson person, AssuranceLevel level) {
    return login(start, person, level, Outcome.OK);
  }

  /**
   * Logs in with an outcome of one's choice.
   *
   * @param start where the service begins a login
   * @param person who logs in
   * @param level the level to claim
   * @param outcome right, or wrong in one way
   * @return the page where the service ends up, after its redirects
   * @throws TestIdpException when the service never leads to the test identity provider
   */
  public TestPage login(URI start, TestPerson person, AssuranceLevel level, Outcome outcome) {
    TestPage page = get(start);
    boolean answered = false;
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<PageForm> form = PageForm.on(page.answer());
      boolean choices = form.isPresent() && isChoice(page);
      if (choices && !answered) {
        Map<String, String> fields = new LinkedHashMap<>(form.orElseThrow().hidden());
        fields.put("person", person.id());
        fields.put("level", level.uri());
        fields.put("outcome", outcome.key());
        page = post(form.orElseThrow().action(), fields);
        answered = true;
      } else if (form.isPresent() && !form.get().asks() && carriesMessage(form.get())) {
        page = post(form.get().action(), form.get().hidden());
      } else if (answered) {
        return page;
      } else {
        throw new TestIdpException(
            (PageText.refusal(page.answer()).isEmpty()
                    ? "The service does not lead to the test identity provider: "
                    : "The test identity provider does not take what the service asks: ")
                + page.told());
      }
    }
    throw new TestIdpException("The login does not end");
  }

  /**
   * Asks for a page and follows its redirects.
   *
   * @param address the address
   * @return the page where they end
   */
  public TestPage get(URI address) {
    return followed(once(address));
  }

  /**
   * Posts a form and follows its redirects.
   *
   * @param address the address
   * @param fields the fields
   * @return the page where they end
   */
  public TestPage post(URI address, Map<String, String> fields) {
    return followed(postOnce(address, fields));
  }

  /**
   * Returns the cookies that a host has set and not removed.
   *
   * @param host the host
   * @return the values by name
   */
  public Map<String, String> cookies(String host) {
    return Map.copyOf(cookies.getOrDefault(host, Map.of()));
  }

  /** Asks for a page and no more. */
  TestPage once(URI address) {
    return kept(HttpFetch.get(address, cookieHeader(address)));
  }

  /** Posts a form and no more. */
  TestPage postOnce(URI address, Map<String, String> fields) {
    return kept(HttpFetch.post(address, fields, cookieHeader(address)));
  }

  /** Follows redirects to where it may go. */
  TestPage followed(TestPage first) {
    TestPage page = first;
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<URI> next = page.redirect();
      if (next.isEmpty() || !visits.test(next.get())) {
        return page;
      }
      page = once(next.get());
    }
    throw new TestIdpException("The redirects do not end");
  }

  private static boolean isChoice(TestPage page) {
    return page.body().contains("name=\"person\"") && page.body().contains("name=\"outcome\"");
  }

  private static boolean carriesMessage(PageForm form) {
    return form.hidden().containsKey("SAMLRequest") || form.hidden().containsKey("SAMLResponse");
  }

  private Map<String, String> cookieHeader(URI address) {
    String header =
        cookies.getOrDefault(address.getHost(), Map.of()).entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return header.isEmpty() ? Map.of() : Map.of("Cookie", header);
  }

  private TestPage kept(HttpFetch.Answer answer) {
    for (String line : answer.headers().getOrDefault("set-cookie", java.util.List.of())) {
      int end = line.indexOf(';');
      String pair = end < 0 ? line : line.substring(0, end);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        Map<String, String> own =
            cookies.computeIfAbsent(answer.address().getHost(), host -> new LinkedHashMap<>());
        String name = pair.substring(0, equals).strip();
        if (line.contains("Max-Age=0")) {
          own.remove(name);
        } else {
          own.put(name, pair.substring(equals + 1).strip());
        }
      }
    }
    return new TestPage(answer);
  }
}
