package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.spi.Trait;
import se.byggsten.samples.portal.kollo.KolloAnswers;

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
    assertThat(window.path()).isEqualTo("/ansokan/start");
  }

  void answersEveryPage(Path attachment) {
    for (int page = 1; page < 60 && !window.path().endsWith("/granska"); page++) {
      String path = window.path().substring("/ansokan/".length());
      String name = String.format(Locale.ROOT, "ansokan-%02d-%s", page, path.replace('/', '-'));
      window.inspect(name);
      if (path.equals("bilagor")) {
        attachments(attachment, name);
      } else {
        answers(path, name);
      }
      if (path.equals("kontakt")) {
        goesBackAndForth();
      }
      assertThat(window.path()).as(window.text()).isNotEqualTo("/ansokan/" + path);
    }
    assertThat(window.path()).isEqualTo("/ansokan/granska");
  }

  /** Sends a page empty, and with answers when that is refused. */
  private void answers(String path, String name) {
    String before = window.path();
    if (path.equals("barnets-stod/1")) {
      assertThat(window.browser().isShown("[name=stodBeskrivning]"))
          .as("a question under an answer that is not given")
          .isEqualTo(!window.scripts());
    }
    window.next();
    if (!window.path().equals(before)) {
      return;
    }
    assertError();
    window.inspectRefused(name + "-fel");
    fillsIn(path);
    window.inspect(name + "-besvarad");
    window.next();
    if (window.path().equals(before)) {
      // An answer gave one more question, which the server has put on the page.
      assertThat(window.browser().title()).doesNotStartWith("Fel:");
      fillsIn(path);
      window.inspect(name + "-foljdfraga");
      window.next();
    }
  }

  private void fillsIn(String path) {
    Map<String, List<String>> values = KolloAnswers.complete().of(path);
    for (FieldDefinition field : KolloAnswers.page(path).fields()) {
      boolean locked = field.prefill().filter(PrefillRule::locked).isPresent();
      for (String part : field.type().parts()) {
        String name = field.id() + part;
        boolean there = window.browser().count("main [name='" + name + "']") > 0;
        for (String value :
            there && !locked ? values.getOrDefault(name, List.<String>of()) : List.<String>of()) {
          answer(field, name, value);
        }
      }
    }
  }

  private void answer(FieldDefinition field, String name, String value) {
    if (field.type().name().equals("select")) {
      window.select(name, value);
    } else if (field.has(Trait.TYPED)) {
      window.type(name, value);
    } else if (window.browser().count(chosen(name, value)) == 0) {
      window.choose(name, value);
    }
  }

  private static String chosen(String name, String value) {
    return "main input[name='" + name + "'][value='" + value + "']:checked";
  }

  private void goesBackAndForth() {
    assertThat(window.path()).isEqualTo("/ansokan/relation");
    // By the browser's button; without scripts it would ask whether to send the error page again.
    if (window.scripts()) {
      window.browser().back();
    } else {
      window.browser().follow("main button[value=back]");
    }
    assertThat(window.browser().value("[name=epost]")).isEqualTo(answerTo("epost"));
    assertThat(window.browser().value("[name=adress-street]")).isEqualTo("Storgatan 12");
    window.next();
    assertThat(window.path()).isEqualTo("/ansokan/relation");
  }

  private void attachments(Path attachment, String name) {
    window.browser().upload("[name=bilagor]", attachment.resolveSibling("lying.pdf"));
    window.next();
    assertError();
    window.inspectRefused(name + "-fel");
    window.browser().upload("[name=bilagor]", attachment);
    window.browser().follow("main form button[value=upload]");
    assertThat(window.text()).contains(attachment.getFileName().toString());
    window.inspect(name + "-uppladdad");
    window.next();
  }

  void reviewsAndSends() {
    window.inspectInTheDark("18-granska");
    assertThat(window.text()).contains("Elsa Lindström", "Vilket kollo som helst", "070-174 06 05");
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

  private static String answerTo(String name) {
    return KolloAnswers.complete().values().get(name).get(0);
  }
}
