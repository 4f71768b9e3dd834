package se.byggsten.forms.lint;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.validation.FormValidator;

/** Constraints that cannot judge their field, and pairs of limits that no answer meets. */
final class ConstraintFaults {
  private final FormDefinition form;
  private final ConstraintCatalog catalog;
  private final Report report;

  ConstraintFaults(FormDefinition form, ConstraintCatalog catalog, Report report) {
    this.form = form;
    this.catalog = catalog;
    this.report = report;
  }

  void check() {
    try {
      FormValidator.of(form, null, catalog, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    } catch (FormException e) {
      report.error(
          "CONSTRAINT",
          "",
          String.valueOf(e.getMessage()),
          "Use a constraint of the catalogue that can judge the type of the field");
    }
    for (FieldDefinition field : form.fields().values()) {
      limits(field, limit(field, "DecimalMin", "value"), limit(field, "DecimalMax", "value"));
      limits(field, limit(field, "Size", "min"), limit(field, "Size", "max"));
      span(field, "Time");
      span(field, "Month");
      boolean past = has(field, "Past") || has(field, "PastOrPresent");
      boolean future = has(field, "Future") || has(field, "FutureOrPresent");
      if (past && future) {
        contradiction(field, "No day is both past and future");
      }
    }
  }

  static boolean has(FieldDefinition field, String constraint) {
    return field.constraints().stream().anyMatch(rule -> rule.name().equals(constraint));
  }

  /** A number in a constraint of a field. */
  static Optional<BigDecimal> limit(FieldDefinition field, String constraint, String parameter) {
    return field.constraints().stream()
        .filter(rule -> rule.name().equals(constraint))
        .flatMap(rule -> rule.number(parameter).stream())
        .findFirst();
  }

  /** Times and months are texts that sort as they come; what is no such is found elsewhere. */
  private void span(FieldDefinition field, String constraint) {
    for (ConstraintRule rule : field.constraints()) {
      if (rule.name().equals(constraint)
          && rule.parameters().get("earliest") instanceof String first
          && rule.parameters().get("latest") instanceof String last
          && first.length() == last.length()
          && first.compareTo(last) > 0) {
        contradiction(field, "The earliest, " + first + ", is after the latest, " + last);
      }
    }
  }

  private void limits(
      FieldDefinition field, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      contradiction(field, "The least, " + least.get() + ", is more than the most, " + most.get());
    }
  }

  private void contradiction(FieldDefinition field, String message) {
    report.error(
        "CONTRADICTION", field.id() + ".constraints", message, "Change one of the two limits");
  }
}
