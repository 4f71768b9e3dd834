package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.core.text.Suggestion;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.evaluation.Plan;

/** Conditions and calculations that cannot be used at all. */
final class ConditionFaults {
  private static final Pattern ASKED =
      Pattern.compile("['\"]([^'\"]{1,60})['\"]\\s+in\\s+answered");

  private static final Pattern QUOTED = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"");
  private static final Pattern ANSWERED = Pattern.compile("\\banswered\\b");
  private static final Pattern COUNTED =
      Pattern.compile("\\bsize\\(\\s*answered\\s*\\)|\\banswered\\s*\\.\\s*size\\b");

  private final FormDefinition form;
  private final Plan plan;
  private final Report report;

  ConditionFaults(FormDefinition form, Plan plan, Report report) {
    this.form = form;
    this.plan = plan;
    this.report = report;
  }

  void check() {
    for (Plan.Problem problem : plan.problems()) {
      String kind = kind(problem);
      report.error(kind, problem.where(), problem.message(), fix(kind));
    }
    new Conditions(form).all().forEach(this::asked);
    new Conditions(form).ofParties().forEach(this::asked);
  }

  private static String kind(Plan.Problem problem) {
    String message = problem.message();
    if (problem.code().equals("FORM-CYCLE")) {
      return "CYCLE";
    }
    if (message.contains("There is no name") || message.contains("The row has no field")) {
      return "NAME";
    }
    boolean type =
        problem.code().equals("FORM-CALCULATION-TYPE")
            || problem.code().equals("EXPRESSION-NOT-A-CONDITION")
            || message.contains("cannot be used on")
            || message.contains("expected type");
    return type ? "TYPE" : "CONDITION";
  }

  private static String fix(String kind) {
    return switch (kind) {
      case "CYCLE" -> "Take one of the conditions away, or let it read an earlier question";
      case "NAME" -> "Name a field of the same row or of those around, a group, or an input";
      case "TYPE" ->
          "Compare values of one type: text in quotes, numbers and true or false without";
      default -> "Write the condition in CEL, such as val == 'a' && antal > 2";
    };
  }

  /** {@code 'namn' in answered} is right for the compiler whatever the name. */
  private void asked(Conditions.Use use) {
    List<String> known = new ArrayList<>(form.fields().keySet());
    String unquoted = QUOTED.matcher(use.source()).replaceAll("''");
    boolean asks = ANSWERED.matcher(unquoted).find();
    boolean namesNothing = QUOTED.matcher(use.source()).results().findAny().isEmpty();
    if (asks && (namesNothing || COUNTED.matcher(unquoted).find())) {
      report.error(
          "ANSWERED",
          use.where(),
          "answered holds only those fields that the condition itself names in quotes",
          "Ask for one field at a time, such as 'namn' in answered");
    }
    Matcher matcher = ASKED.matcher(use.source());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!known.contains(name)) {
        report.error(
            "NAME",
            use.where(),
            "There is no field '" + name + "' that could be answered",
            Suggestion.nearest(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Name a field of the form"));
      }
    }
  }
}
