package se.byggsten.forms;

import java.util.regex.Pattern;

/** What every definition must keep, whatever it was read from. */
final class FormRules {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private FormRules() {}

  static void check(FormDefinition form) {
    refuseUnless(
        ID.matcher(form.id()).matches(), "The id of a form is lower-case letters and hyphens");
    refuseUnless(form.version() >= 1, "The version of a form is 1 or more");
    refuseUnless(
        !form.languages().isEmpty()
            && form.languages().stream().allMatch(l -> LANGUAGE.matcher(l).matches()),
        "Name the form's languages as BCP 47 tags, such as sv");
    refuseUnless(
        form.draftDays() >= 1 && form.draftDays() <= 366,
        "A draft lives from 1 to 366 days after the last change");
    refuseUnless(
        form.drafts() >= 1 && form.drafts() <= 20, "A person may have 1 to 20 drafts of a form");
    refuseUnless(
        form.facts().classification().isEmpty(),
        "The form has its own classification; only the facts of a field have one too");
    refuseUnless(!form.pages().isEmpty(), "Give the form a page");
    refuseUnless(
        form.validateOn() == ValidateOn.PAGE
            || form.pages().stream()
                .anyMatch(page -> page.kind() == PageKind.REVIEW && page.party().isEmpty()),
        "A form that is validated on review has a page of the kind review");
    for (String name : form.inputs().keySet()) {
      refuseUnless(
          FieldDefinition.isId(name),
          "The name of an input is a lower-case letter, then letters and digits");
    }
  }

  private static void refuseUnless(boolean good, String message) {
    if (!good) {
      throw new FormException(FormException.DEFINITION, message);
    }
  }
}
