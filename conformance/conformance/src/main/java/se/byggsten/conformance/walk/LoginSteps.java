package se.byggsten.conformance.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.FormField;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.core.manifest.Verification;

/** Logs a test person in through the pages of the service and of the login's own site. */
final class LoginSteps {
  private static final int MAX_STEPS = 15;
  private static final String LOGIN_WORDS = "logga in|e-legitimation|bankid|freja|log in|sign in";
  private static final String START_WORDS = "starta|påbörja|till ansökan|ansök|börja|start|apply";

  private final HttpBrowser browser;
  private final Recorder recorder;
  private final boolean record;
  private Optional<URI> responseAddress = Optional.empty();

  LoginSteps(HttpBrowser browser, Recorder recorder, boolean record) {
    this.browser = browser;
    this.recorder = recorder;
    this.record = record;
  }

  /** Where the login's answer was sent, once it was. */
  Optional<URI> responseAddress() {
    return responseAddress;
  }

  /**
   * Goes on from the start page until a page of questions, or the person's own pages, is reached.
   */
  Optional<Exchange> from(Exchange start, Verification.Person person) {
    Exchange at = start;
    for (int step = 0; step < MAX_STEPS; step++) {
      PageRole role = recorder.role(at);
      if (role == PageRole.QUESTION || (role == PageRole.CASES && responseAddress.isPresent())) {
        return Optional.of(at);
      }
      Optional<Exchange> next = next(at, role, person);
      if (next.isEmpty()) {
        recorder.note("Inloggningen kom inte vidare från " + at.summary());
        return Optional.empty();
      }
      at = next.get();
      PageRole reached = recorder.role(at);
      if (record && (reached != PageRole.QUESTION && reached != PageRole.CASES)) {
        recorder.page(at, responseAddress.isPresent());
      }
    }
    recorder.note("Inloggningen tog aldrig slut");
    return Optional.empty();
  }

  private Optional<Exchange> next(Exchange at, PageRole role, Verification.Person person) {
    List<WebForm> forms = WebForm.in(at);
    for (WebForm form : forms) {
      if (!form.named("SAMLResponse").isEmpty() || !form.named("SAMLRequest").isEmpty()) {
        if (!form.named("SAMLResponse").isEmpty()) {
          responseAddress = Optional.of(form.action());
        }
        return Optional.of(browser.submit(form, FormData.untouched(form), form.primary()));
      }
    }
    // A service may have its login on its own site: what counts is whether it asks who one is.
    boolean asksWho =
        forms.stream()
            .flatMap(form -> form.fields().stream())
            .anyMatch(field -> person.login().containsKey(field.name()));
    return recorder.own(at) && role != PageRole.UNKNOWN && !asksWho
        ? onward(at, forms, role)
        : asPerson(at, forms, person);
  }

  private Optional<Exchange> onward(Exchange at, List<WebForm> forms, PageRole role) {
    String words = role == PageRole.START ? LOGIN_WORDS + "|" + START_WORDS : LOGIN_WORDS;
    for (WebForm form : forms) {
      Optional<WebForm.Button> button = form.button(words);
      if (form.inMain() && button.isPresent()) {
        return Optional.of(browser.submit(form, FormData.untouched(form), button));
      }
    }
    return follow(at, words);
  }

  private Optional<Exchange> asPerson(
      Exchange at, List<WebForm> forms, Verification.Person person) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    person.login().forEach((name, value) -> answers.put(name, List.of(value)));
    for (WebForm form : forms) {
      boolean asked = form.fields().stream().map(FormField::name).anyMatch(answers::containsKey);
      if (asked) {
        return Optional.of(browser.submit(form, FormData.filled(form, answers), form.primary()));
      }
    }
    for (WebForm form : forms) {
      Optional<WebForm.Button> button = form.button(Pattern.quote(person.label()));
      if (button.isPresent()) {
        return Optional.of(browser.submit(form, FormData.untouched(form), button));
      }
    }
    return follow(at, Pattern.quote(person.label()) + "|" + LOGIN_WORDS);
  }

  private Optional<Exchange> follow(Exchange at, String words) {
    List<String> targets = new ArrayList<>();
    for (Element link : PageDocument.parse(at.text()).links(words)) {
      String href = link.attr("href").strip();
      boolean onPage =
          href.startsWith("#") || href.startsWith("mailto:") || href.startsWith("tel:");
      if (!onPage && link.closest("main, [role=main], body") != null) {
        targets.add(href);
      }
    }
    for (String target : targets) {
      try {
        URI uri = at.uri().resolve(target);
        if (browser.mayContact(uri)) {
          return Optional.of(browser.get(uri));
        }
      } catch (IllegalArgumentException unreadable) {
        recorder.note("En länk på " + at.uri().getPath() + " går inte att läsa");
      }
    }
    return Optional.empty();
  }
}
