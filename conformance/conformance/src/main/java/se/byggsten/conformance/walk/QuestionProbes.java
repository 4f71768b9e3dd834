package se.byggsten.conformance.walk;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.FormField;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.core.identifier.Personnummer;

/** What the kit tries on a page of questions before it answers truly. */
final class QuestionProbes {
  /** A string that becomes markup wherever it is not encoded. */
  static final String HOSTILE = "\"'><svg/onload=byggstenkit()><b data-byggsten-kit=1>å&amp;";

  private final HttpBrowser browser;
  private final Recorder recorder;
  private final Map<String, List<String>> answers;
  private final LocalDate today;
  private boolean tokensTried;

  QuestionProbes(
      HttpBrowser browser, Recorder recorder, Map<String, List<String>> answers, LocalDate today) {
    this.browser = browser;
    this.recorder = recorder;
    this.answers = answers;
    this.today = today;
  }

  /** Tries everything that fits the page; each attempt starts from a fresh copy of it. */
  void on(URI page) {
    attempt(Probe.EMPTY_ANSWERS, page, f -> Optional.of(FormData.empty(f)));
    if (!tokensTried) {
      tokensTried = true;
      attempt(Probe.TOKEN_MISSING, page, f -> Optional.of(answered(f).without(p -> isToken(f, p))));
      attempt(Probe.TOKEN_WRONG, page, this::wrongToken);
    }
    attempt(Probe.WRONG_CHECK_DIGIT, page, this::wrongCheckDigit);
    for (FormField field : fields(page)) {
      attempt(Probe.VALUES_OUT_OF_BOUNDS, page, f -> outOfBounds(f, field));
    }
    attempt(Probe.HOSTILE_STRINGS, page, this::hostile);
    String file =
        fields(page).stream()
            .filter(f -> f.type().equals("file"))
            .map(FormField::name)
            .findFirst()
            .orElse("");
    if (!file.isEmpty()) {
      String text = PageDocument.parse(browser.get(page).text()).mainText();
      attempt(
          Probe.LYING_ATTACHMENT,
          page,
          f -> Optional.of(answered(f).with(file, TestFiles.lying())));
      attempt(
          Probe.OVERSIZE_ATTACHMENT,
          page,
          f -> Optional.of(answered(f).with(file, TestFiles.oversize(text))));
    }
  }

  private interface Filling {
    Optional<FormData> of(WebForm form);
  }

  private void attempt(Probe probe, URI page, Filling filling) {
    Optional<WebForm> form = ServiceWalk.mainForm(browser.get(page));
    if (form.isEmpty()) {
      return;
    }
    Optional<FormData> data = filling.of(form.get());
    if (data.isPresent()) {
      boolean file = data.get().parts().stream().anyMatch(p -> p.file().isPresent());
      Optional<WebForm.Button> button =
          file && form.get().upload().isPresent() ? form.get().upload() : form.get().primary();
      recorder.probe(probe, () -> browser.submit(form.get(), data.get(), button));
    }
  }

  private List<FormField> fields(URI page) {
    return ServiceWalk.mainForm(browser.get(page)).map(WebForm::fields).orElse(List.of());
  }

  private FormData answered(WebForm form) {
    return FormData.filled(form, answers);
  }

  private static boolean isToken(WebForm form, FormData.Part part) {
    return form.named(part.name()).stream()
        .anyMatch(f -> f.type().equals("hidden") && f.value().length() >= 12);
  }

  private Optional<FormData> wrongToken(WebForm form) {
    FormData data = answered(form);
    boolean any = false;
    for (FormData.Part part : List.copyOf(data.parts())) {
      if (isToken(form, part)) {
        data = data.with(part.name(), "A".repeat(part.value().length()));
        any = true;
      }
    }
    return any ? Optional.of(data) : Optional.empty();
  }

  private Optional<FormData> wrongCheckDigit(WebForm form) {
    for (FormField field : form.fields()) {
      Optional<String> number =
          Optional.ofNullable(answers.get(field.name()))
              .filter(list -> list.size() == 1 && field.textual())
              .map(list -> list.get(0))
              .filter(text -> Personnummer.tryParse(text, today).isPresent());
      if (number.isPresent()) {
        String right = number.get();
        int last = right.charAt(right.length() - 1) - '0';
        String wrong = right.substring(0, right.length() - 1) + (last + 1) % 10;
        return Optional.of(answered(form).with(field.name(), wrong));
      }
    }
    return Optional.empty();
  }

  /** One value that the control itself would not let through; empty when it lets all through. */
  private Optional<FormData> outOfBounds(WebForm form, FormField field) {
    if (form.named(field.name()).isEmpty() || field.disabled()) {
      return Optional.empty();
    }
    String value;
    if (Set.of("radio", "select").contains(field.type())) {
      value = "finns-inte-i-listan";
    } else if (field.type().equals("email")) {
      value = "inte-en-adress";
    } else if (field.textual() && field.maxLength() > 0 && field.maxLength() <= 10_000) {
      value = "a".repeat(field.maxLength() + 1);
    } else {
      return Optional.empty();
    }
    // One attempt for a group of radio buttons is enough.
    boolean first = form.named(field.name()).get(0).value().equals(field.value());
    return field.type().equals("radio") && !first
        ? Optional.empty()
        : Optional.of(answered(form).with(field.name(), value));
  }

  private Optional<FormData> hostile(WebForm form) {
    FormData data = answered(form);
    List<String> names = new ArrayList<>();
    for (FormField field : form.fields()) {
      if (field.textual() && !field.disabled() && !names.contains(field.name())) {
        names.add(field.name());
        data = data.with(field.name(), HOSTILE);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(data);
  }

  /** Returns the pages that were given to a hostile string. */
  static boolean isMarkup(Exchange page) {
    return !PageDocument.parse(page.text())
        .document()
        .select("[data-byggsten-kit], svg[onload]")
        .isEmpty();
  }
}
