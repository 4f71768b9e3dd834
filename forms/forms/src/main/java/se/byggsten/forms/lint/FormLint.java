package se.byggsten.forms.lint;

import java.util.List;
import java.util.stream.Collectors;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.text.PlainLanguage;
import se.byggsten.core.text.PlainLanguageCheck;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.internal.evaluation.Plan;

/**
 * Static analysis of a form: what would trouble a citizen, a handler or the archive later.
 *
 * <p>Every finding has a stable id, where it is (the id of a page or field and what of it, or the
 * key of a text) and how to put it right. The ids, each after {@code FORM-LINT-}:
 *
 * <table>
 * <caption>What is found</caption>
 * <tr><th>id</th><th>what</th></tr>
 * <tr><td>{@code NAME TYPE CONDITION CYCLE}</td><td>a condition or calculation that reads an unknown
 *     name, mixes types, does not parse, or depends on itself</td></tr>
 * <tr><td>{@code ANSWERED}</td><td>a condition that reads {@code answered} without naming a field in
 *     quotes, or counts it</td></tr>
 * <tr><td>{@code CONTRADICTION ALWAYS}</td><td>a condition that no answers meet, or that all do;
 *     limits that no answer meets</td></tr>
 * <tr><td>{@code UNREACHABLE NEVER-SHOWN NEVER-REQUIRED NEVER-OFFERED}</td><td>a page, field or
 *     option that conditions and routes around it rule out; a required-if that never counts</td></tr>
 * <tr><td>{@code NEVER-CHOSEN NO-ELSE}</td><td>a row of a table that a row above always comes
 *     before; a table that gives some answers no value</td></tr>
 * <tr><td>{@code READS-LATER}</td><td>a condition that reads a question asked later</td></tr>
 * <tr><td>{@code CONSTRAINT}</td><td>a constraint that cannot judge its field</td></tr>
 * <tr><td>{@code TRANSLATION ERROR-TEXT UNUSED-TEXT LANGUAGE}</td><td>a text that a language lacks,
 *     an error without a text, a text that nothing shows, words of the library that a language
 *     lacks</td></tr>
 * <tr><td>{@code PLACEHOLDER}</td><td>a name in braces that nothing is put in for</td></tr>
 * <tr><td>{@code PERSONAL-DATA SECRECY}</td><td>personal data without purpose, legal basis or
 *     retention; sensitive data without a provision of secrecy</td></tr>
 * <tr><td>{@code PAPER}</td><td>a question or page of which the paper form cannot say in words who is
 *     to answer it</td></tr>
 * <tr><td>{@code PARTY}</td><td>a party who is named by something else than a personnummer</td></tr>
 * <tr><td>{@code AUTOCOMPLETE HELP REVIEW}</td><td>WCAG 1.3.5, 3.3.2 and 3.3.4</td></tr>
 * <tr><td>{@code ONE-OPTION OPTION-TEXT SAME-LABEL EXIT-TEXT ROW-TITLE}</td><td>a choice of one, two
 *     options or questions that read the same, an exit without a reason, rows that look the
 *     same</td></tr>
 * </table>
 *
 * <p>Texts are judged for plain language too, page by page and language by language, with the
 * form's own limits; those findings have the ids of {@link PlainLanguage#rules()}, such as {@code
 * KLAR-LABEL-LENGTH}. Information that needs no action is left out.
 */
public final class FormLint {
  private FormLint() {}

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
    return check(form, catalog, PlainLanguage.standard());
  }

  /**
   * Analyses a form with constraints and rules of plain language of one's own.
   *
   * @param form the form
   * @param catalog the constraints that have short names
   * @param plainLanguage what judges the texts
   * @return what was found; empty when all is well
   */
  public static List<Finding> check(
      FormDefinition form, ConstraintCatalog catalog, PlainLanguageCheck plainLanguage) {
    Report report = new Report(form.id());
    Plan plan = Plan.tried(form);
    new ConditionFaults(form, plan, report).check();
    new Reachability(form, plan, report).check();
    new ReadingOrder(form, plan, report).check();
    new ConstraintFaults(form, catalog, report).check();
    new TextFaults(form, catalog, report).check();
    new DataFaults(form, report).check();
    new InputPurpose(form, report).check();
    FormShape shape = new FormShape(form, report);
    shape.check();
    if (plan.problems().isEmpty()) {
      shape.onPaper(plan);
    }
    report.addAll(PageTexts.of(form).check(plainLanguage));
    return report.findings();
  }

  /**
   * Returns a form in which the analysis finds no error, for a service to start with.
   *
   * @param form the form
   * @return the same form; warnings do not stop it
   * @throws FormException {@link FormException#UNSOUND} with each error, where it is and what to do
   */
  public static FormDefinition sound(FormDefinition form) {
    return sound(form, ConstraintCatalog.standard());
  }

  /**
   * Returns a form in which the analysis finds no error, with constraints of one's own.
   *
   * @param form the form
   * @param catalog the constraints that have short names
   * @return the same form; warnings do not stop it
   * @throws FormException {@link FormException#UNSOUND} with each error, where it is and what to do
   */
  public static FormDefinition sound(FormDefinition form, ConstraintCatalog catalog) {
    String errors =
        check(form, catalog).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(f -> "\n" + f.where() + " " + f.code() + ": " + f.message() + ". " + f.remedy())
            .collect(Collectors.joining());
    if (!errors.isEmpty()) {
      throw new FormException(FormException.UNSOUND, "The form has errors:" + errors);
    }
    return form;
  }

  /**
   * Tells how complete each language of a form is, the minority languages among them.
   *
   * @param form the form
   * @return its languages in order
   */
  public static List<LanguageReport> languages(FormDefinition form) {
    TextKeys keys = TextKeys.of(form);
    return form.languages().stream().map(language -> keys.report(language)).toList();
  }
}
