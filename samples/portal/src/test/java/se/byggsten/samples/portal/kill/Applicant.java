package se.byggsten.samples.portal.kill;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.HttpProbeException;
import se.byggsten.conformance.http.WebForm;

/** A test citizen who applies again and again, and never gives up when no answer comes. */
final class Applicant {
  private static final Pattern NUMBER = Pattern.compile("[A-ZÅÄÖ]{2,8} ?\\d{4}[-/:]\\d+");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MAX_STEPS = 80;

  private final URI application;
  private final Map<String, List<String>> login;
  private final Map<String, List<String>> answers;
  private final HttpBrowser browser;
  private final Runnable beforeSend;
  private int repeatedSends;

  /**
   * Names who applies and with what.
   *
   * @param beforeSend told right before an application is sent
   */
  Applicant(URI portal, String person, Map<String, List<String>> answers, Runnable beforeSend) {
    this.beforeSend = beforeSend;
    this.application = portal.resolve("/ansokan");
    this.login = Map.of("person", List.of(person));
    this.answers = answers;
    this.browser = HttpBrowser.open(Set.of(HttpBrowser.origin(portal)), Optional.empty());
  }

  /** Returns how many applications were sent more than once because no receipt came. */
  int repeatedSends() {
    return repeatedSends;
  }

  /** Applies once; returns the diary number on the receipt. */
  String apply() {
    Exchange at = patiently(() -> browser.get(application));
    for (int step = 0; step < MAX_STEPS; step++) {
      Document page = Jsoup.parse(at.text(), at.uri().toString());
      String role = page.body().attr("data-byggsten-page");
      at =
          switch (role) {
            case "review" -> send(at);
            case "question" -> submit(inMain(at), answers);
            case "receipt" -> at;
            default -> logIn(at);
          };
      if (role.equals("receipt")) {
        Matcher number = NUMBER.matcher(page.select("main").text());
        if (!number.find()) {
          throw new AssertionError("The receipt shows no diary number");
        }
        return number.group();
      }
    }
    throw new AssertionError("No receipt after " + MAX_STEPS + " pages, last " + at.summary());
  }

  /** A page of the login, or an error because the portal died in the middle of one. */
  private Exchange logIn(Exchange at) {
    for (WebForm form : WebForm.in(at)) {
      boolean answer = !form.named("SAMLResponse").isEmpty();
      boolean asked = !form.named("person").isEmpty();
      if (answer || asked) {
        return submit(form, login);
      }
    }
    return patiently(() -> browser.get(application));
  }

  private static WebForm inMain(Exchange at) {
    return WebForm.in(at).stream()
        .filter(form -> form.inMain() && form.method().equals("POST"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No form on " + at.summary()));
  }

  private Exchange submit(WebForm form, Map<String, List<String>> values) {
    FormData data = FormData.filled(form, values);
    // What the server may have got before it was killed is sent again; the pages bear that.
    return patiently(() -> browser.submit(form, data, form.primary()));
  }

  /** The very same request, until a receipt comes: it must never become two cases. */
  private Exchange send(Exchange review) {
    WebForm form = inMain(review);
    FormData data = FormData.filled(form, answers);
    int[] attempts = {0};
    Exchange answer =
        patiently(
            () -> {
              attempts[0]++;
              beforeSend.run();
              return browser.submit(form, data, form.primary());
            });
    repeatedSends += attempts[0] > 1 ? 1 : 0;
    return answer;
  }

  private static Exchange patiently(Supplier<Exchange> request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String problem;
      try {
        Exchange answer = request.get();
        if (answer.status() < 500) {
          return answer;
        }
        problem = answer.summary();
      } catch (HttpProbeException noAnswer) {
        if (!noAnswer.code().equals(HttpProbeException.NO_ANSWER)) {
          throw noAnswer;
        }
        problem = noAnswer.code().value();
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("No answer for " + PATIENCE + ": " + problem);
      }
      LockSupport.parkNanos(200_000_000L);
    }
  }
}
