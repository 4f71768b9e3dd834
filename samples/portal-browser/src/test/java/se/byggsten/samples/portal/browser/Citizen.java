package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import se.byggsten.samples.portal.web.Answers;

/** A citizen who applies, page by page, each first sent empty and then answered. */
final class Citizen {
  private final Window window;

  Citizen(Window window) {
    this.window = window;
  }

  void logsIn(String person) {
    window.go("/");
    window.inspectInTheDark("01-start");
    window.browser().follow("main a.govuk-button--start");
    window.inspect("02-testlegitimation");
    window.login(person, "ok");
    window.inspect("03-testlegitimation-klart");
    window.handOver();
    assertThat(window.path()).isEqualTo("/ansokan/barn");
  }

  void answersEveryPage(Path attachment) {
    child();
    wishes();
    support();
    contact();
    attachments(attachment);
    declaration();
  }

  private void child() {
    window.inspectInTheDark("04-barn");
    sendsEmpty("05-barn-fel");
    answer("barnetsNamn");
    answer("barnetsPersonnummer");
    window.choose("relation", answerTo("relation"));
    goesOnTo("onskemal");
  }

  private void wishes() {
    window.inspect("06-onskemal");
    sendsEmpty("07-onskemal-fel");
    window.select("forstaVal", answerTo("forstaVal"));
    window.select("andraVal", answerTo("andraVal"));
    goesOnTo("stod");
    goesBack();
    assertThat(window.browser().value("[name=forstaVal]")).isEqualTo(answerTo("forstaVal"));
    window.browser().follow("main button[value=back]");
    assertThat(window.browser().value("[name=barnetsNamn]")).isEqualTo("Elsa Lindström");
    window.browser().back();
    assertThat(window.browser().value("[name=forstaVal]")).isEqualTo(answerTo("forstaVal"));
    window.browser().forward();
    assertThat(window.browser().value("[name=barnetsPersonnummer]"))
        .isEqualTo(answerTo("barnetsPersonnummer"));
    window.next();
    goesOnTo("stod");
  }

  /** By the browser's button; without scripts it would ask whether to send the error page again. */
  private void goesBack() {
    if (window.scripts()) {
      window.browser().back();
    } else {
      window.browser().follow("main button[value=back]");
    }
  }

  private void support() {
    assertThat(window.browser().isShown("[name=stodBeskrivning]"))
        .as("a question under an answer that is not given")
        .isEqualTo(!window.scripts());
    window.inspect("08-stod");
    sendsEmpty("09-stod-fel");
    window.choose("behoverStod", "yes");
    assertThat(window.browser().isShown("[name=stodBeskrivning]")).isTrue();
    answer("stodBeskrivning");
    answer("allergier");
    window.choose("simkunnighet", answerTo("simkunnighet"));
    window.inspect("10-stod-besvarad");
    goesOnTo("kontakt");
  }

  private void contact() {
    window.inspect("11-kontakt");
    sendsEmpty("12-kontakt-fel");
    for (String name : new String[] {"epost", "telefon", "adress", "postnummer", "ort"}) {
      answer(name);
    }
    goesOnTo("bilagor");
  }

  private void attachments(Path attachment) {
    window.inspect("13-bilagor");
    window.browser().upload("[name=bilagor]", attachment.resolveSibling("lying.pdf"));
    window.next();
    assertError();
    window.inspectRefused("14-bilagor-fel");
    window.browser().upload("[name=bilagor]", attachment);
    window.browser().follow("main form button[value=upload]");
    assertThat(window.text()).contains(attachment.getFileName().toString());
    window.inspect("15-bilagor-uppladdad");
    goesOnTo("intygande");
  }

  private void declaration() {
    window.inspect("16-intygande");
    sendsEmpty("17-intygande-fel");
    window.choose("intygar", "yes");
    goesOnTo("granska");
  }

  void reviewsAndSends() {
    window.inspectInTheDark("18-granska");
    assertThat(window.text()).contains("Elsa Lindström", "Solvik, vecka 26", "070-174 06 05");
    window.browser().follow("main a[href*='/ansokan/kontakt?_review=1#telefon']");
    assertThat(window.browser().value("[name=telefon]")).isEqualTo(answerTo("telefon"));
    window.inspect("19-andra-svar");
    window.type("telefon", "070-174 06 99");
    goesOnTo("granska");
    assertThat(window.text()).contains("070-174 06 99");
    window.browser().follow("main button[value=save]");
    window.inspect("20-sparad");
    window.browser().follow("main a.govuk-button--start");
    assertThat(window.path()).isEqualTo("/ansokan/granska");
    window.next();
    assertThat(window.path()).startsWith("/kvittens/");
    window.inspectInTheDark("21-kvittens");
  }

  /** Sends the page with nothing in it, and sees the errors. */
  private void sendsEmpty(String name) {
    String before = window.path();
    window.next();
    assertThat(window.path()).isEqualTo(before);
    assertError();
    window.inspectRefused(name);
  }

  private void assertError() {
    assertThat(window.browser().title()).startsWith("Fel:");
    assertThat(window.browser().count(".govuk-error-summary a")).isPositive();
    if (window.scripts()) {
      assertThat(window.browser().count(".govuk-error-summary:focus"))
          .as("the summary has focus")
          .isEqualTo(1);
    }
  }

  private void goesOnTo(String page) {
    if (!window.path().endsWith("/" + page)) {
      window.next();
    }
    assertThat(window.path()).as(window.text()).isEqualTo("/ansokan/" + page);
  }

  private void answer(String name) {
    window.type(name, answerTo(name));
  }

  private static String answerTo(String name) {
    return Answers.complete().get(name);
  }
}
