package se.byggsten.forms.lint;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PersonalData;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.internal.validation.FormValidator;
import se.byggsten.forms.spi.Trait;

/**
 * Static analysis of a form: what would trouble a citizen, a handler or the archive later.
 *
 * <p>Codes: {@code FORM-LINT-CONDITION}, {@code -CONSTRAINT}, {@code -UNREACHABLE}, {@code
 * -TRANSLATION}, {@code -UNUSED-TEXT}, {@code -ERROR-TEXT}, {@code -PERSONAL-DATA}, {@code
 * -SECRECY}, {@code -AUTOCOMPLETE} and {@code -REVIEW}. Texts are not judged for plain language
 * here.
 */
public final class FormLint {
  /** Source: HTML Living Standard, 4.10.18.7.1; WCAG 2.1, 1.3.5. */
  private static final Set<String> TOKENS =
      Set.of(
          "off",
          "name",
          "honorific-prefix",
          "given-name",
          "additional-name",
          "family-name",
          "nickname",
          "organization",
          "organization-title",
          "street-address",
          "address-line1",
          "address-line2",
          "address-line3",
          "address-level1",
          "address-level2",
          "address-level3",
          "country",
          "country-name",
          "postal-code",
          "bday",
          "bday-day",
          "bday-month",
          "bday-year",
          "sex",
          "language",
          "url",
          "tel",
          "tel-national",
          "email",
          "username");

  private final FormDefinition form;
  private final ConstraintCatalog catalog;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> used = new TreeSet<>();

  private FormLint(FormDefinition form, ConstraintCatalog catalog) {
    this.form = form;
    this.catalog = catalog;
  }

  /**
   * Analyses a form.
   *
   * @param form the form
   * @return what was found; empty when all is well
   */
  public static List<Finding> check(FormDefinition form) {
    return check(form, ConstraintCatalog.standard());
  }

  /**
   * Analyses a form with constraints of one's own.
   *
   * @param form the form
   * @param catalog the constraints that have short names
   * @return what was found; empty when all is well
   */
  public static List<Finding> check(FormDefinition form, ConstraintCatalog catalog) {
    FormLint lint = new FormLint(form, catalog);
    lint.conditions();
    lint.constraints();
    lint.texts();
    form.fields().values().forEach(lint::field);
    lint.review();
    return List.copyOf(lint.findings);
  }

  private void error(String kind, String where, String message, String remedy) {
    findings.add(
        Finding.error(
            ErrorCode.of("FORM-LINT-" + kind), rule(kind), place(where), message, remedy));
  }

  private void warning(String kind, String where, String message, String remedy) {
    findings.add(
        Finding.warning(
            ErrorCode.of("FORM-LINT-" + kind), rule(kind), place(where), message, remedy));
  }

  private static RequirementId rule(String kind) {
    return RequirementId.of("form." + kind.toLowerCase(Locale.ROOT));
  }

  private Location place(String where) {
    return Location.in(form.id(), where);
  }

  private void conditions() {
    Plan plan = Plan.tried(form);
    plan.problems()
        .forEach(
            problem ->
                error(
                    "CONDITION",
                    problem.where(),
                    problem.message(),
                    "Correct the condition; it may read fields of its own row and of those around"));
    Reachability reachability = new Reachability(form, plan);
    for (PageDefinition page : form.structure().pages().values()) {
      reach(reachability, page.id(), "showIf", page.showIf(), "page is never shown");
      for (FieldDefinition field : page.fields()) {
        reach(reachability, field.id(), "showIf", field.showIf(), "field is never shown");
        reach(
            reachability, field.id(), "requiredIf", field.requiredIf(), "field is never required");
        for (OptionDefinition option : field.options()) {
          reach(
              reachability,
              field.id(),
              "option." + option.value(),
              option.showIf(),
              "option is never offered");
        }
      }
    }
  }

  private void reach(
      Reachability reachability, String owner, String part, String condition, String what) {
    if (!condition.isEmpty() && !reachability.canHold(owner, condition)) {
      error(
          "UNREACHABLE",
          owner + "." + part,
          "The " + what + ": no answers make its condition hold",
          "Compare with an option that the question has, or take the condition away");
    }
  }

  private void constraints() {
    try {
      FormValidator.of(form, null, catalog, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    } catch (FormException e) {
      error(
          "CONSTRAINT",
          "",
          String.valueOf(e.getMessage()),
          "Use a constraint of the catalogue that can judge the type of the field");
    }
  }

  private void texts() {
    needed("form.title");
    maybe("form.submit");
    for (PageDefinition page : form.structure().pages().values()) {
      needed(page.id() + ".title");
      maybe(page.id() + ".intro");
      for (FieldDefinition field : page.fields()) {
        needed(field.id() + ".label");
        maybe(field.id() + ".hint");
        maybe(field.id() + ".why");
        for (OptionDefinition option : field.options()) {
          needed(field.id() + ".option." + option.value());
          maybe(field.id() + ".option." + option.value() + ".hint");
        }
        errors(field);
      }
    }
    for (String key : form.texts().keys()) {
      if (!used.contains(key)) {
        warning("UNUSED-TEXT", key, "Nothing shows this text", "Correct the key or take it away");
      }
    }
  }

  private void needed(String key) {
    used.add(key);
    for (String language : form.languages()) {
      if (form.texts().find(language, key).filter(text -> !text.isBlank()).isEmpty()) {
        error(
            "TRANSLATION",
            key,
            "The text is missing in " + language,
            "Add the key to the texts of that language");
      }
    }
  }

  private void maybe(String key) {
    if (form.texts().keys().contains(key)) {
      needed(key);
    }
  }

  private void errors(FieldDefinition field) {
    if (field.required() || !field.requiredIf().isEmpty()) {
      errorText(field, "Required", false);
    }
    for (ConstraintRule rule : field.constraints()) {
      errorText(field, rule.errorName(), true);
    }
    for (String name : List.of("Choice", "Date", "PrintableText")) {
      maybe(field.id() + ".error." + name);
    }
    if (field.has(Trait.FILES)) {
      for (String name :
          List.of(
              "FileCount", "FileSize", "FileEmpty", "FileType", "FileMismatch", "FileHarmful")) {
        maybe(field.id() + ".error." + name);
      }
    }
  }

  private void errorText(FieldDefinition field, String name, boolean libraryTextWillDo) {
    String key = field.id() + ".error." + name;
    used.add(key);
    FormTexts texts = form.texts();
    boolean some = texts.keys().contains(key);
    for (String language : form.languages()) {
      boolean own = texts.find(language, key).filter(text -> !text.isBlank()).isPresent();
      boolean library = libraryTextWillDo && Words.of(language).find("error." + name).isPresent();
      if (some ? !own : !library) {
        error(
            "ERROR-TEXT",
            key,
            "The error text is missing in " + language,
            "Write an instruction that says what to do, such as 'Skriv barnets namn'");
      }
    }
  }

  private void field(FieldDefinition field) {
    DataFacts facts = form.factsOf(field);
    boolean typed = Set.of("personnummer", "email", "phone").contains(field.type().name());
    boolean personal = facts.personalData() != PersonalData.NONE;
    if (typed && !personal) {
      error(
          "PERSONAL-DATA",
          field.id(),
          "The answer is personal data, but the definition says it is not",
          "State what kind of personal data it is");
    }
    if (personal
        && (facts.purpose().isEmpty()
            || facts.legalBasis().isEmpty()
            || facts.retention().isEmpty())) {
      error(
          "PERSONAL-DATA",
          field.id(),
          "Personal data without purpose, legal basis or retention",
          "State all three, for the field or for the form");
    }
    if (facts.personalData() == PersonalData.SENSITIVE && facts.secrecy().isEmpty()) {
      warning(
          "SECRECY",
          field.id(),
          "Sensitive personal data without a provision of secrecy",
          "State the provision, such as '26 kap. 1 § OSL'");
    }
    autocomplete(field, personal);
  }

  private void autocomplete(FieldDefinition field, boolean personal) {
    Optional<String> last =
        Optional.of(field.autocomplete())
            .filter(token -> !token.isEmpty())
            .map(token -> token.substring(token.lastIndexOf(' ') + 1));
    boolean wanted = field.has(Trait.TYPED) && !field.type().name().equals("long-text") && personal;
    if (wanted && last.isEmpty()) {
      error(
          "AUTOCOMPLETE",
          field.id(),
          "A field about a person has no autocomplete token",
          "Add the token if it is about the user (WCAG 1.3.5), else 'off'");
    }
    boolean severalLines = last.filter("street-address"::equals).isPresent();
    if (severalLines && !field.type().name().equals("long-text")) {
      error(
          "AUTOCOMPLETE",
          field.id(),
          "The token street-address is for several lines",
          "Use address-line1 for one line");
    }
    if (last.isPresent() && !TOKENS.contains(last.get())) {
      error(
          "AUTOCOMPLETE",
          field.id(),
          "There is no such autocomplete token",
          "Use a token of the HTML standard, such as name, email or tel");
    }
  }

  private void review() {
    boolean reviewed = form.pages().stream().anyMatch(page -> page.kind() == PageKind.REVIEW);
    if (!reviewed) {
      warning(
          "REVIEW",
          "",
          "The citizen cannot check the answers before sending",
          "Add a page of the kind review at the end (WCAG 3.3.4)");
    }
  }
}
