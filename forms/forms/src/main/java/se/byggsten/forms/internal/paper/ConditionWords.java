package se.byggsten.forms.internal.paper;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.spi.PaperShape;

/**
 * Puts a condition in words, such as: you answered Yes to question 3 and the answer to question 4
 * is less than 18.
 */
public final class ConditionWords {
  private static final Map<String, String> OPPOSITE =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
  private static final Map<String, String> TURNED =
      Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");
  private static final Map<String, String> KEYS =
      Map.of("==", "is", "!=", "not", "<", "less", ">", "more", "<=", "most", ">=", "least");

  private final PaperSequence sequence;
  private final FormDefinition form;
  private final Locale locale;
  private final String language;
  private final Words words;

  /**
   * Creates words.
   *
   * @param sequence the questions with their numbers
   * @param locale the language
   */
  public ConditionWords(PaperSequence sequence, Locale locale) {
    this.sequence = sequence;
    this.form = sequence.form();
    this.locale = locale;
    this.language = locale.toLanguageTag();
    this.words = Words.of(language);
  }

  /**
   * Puts a condition in words.
   *
   * @param condition the condition
   * @return a clause to follow if; empty when it cannot be said
   */
  public Optional<String> clause(Syntax condition) {
    return clause(condition, false);
  }

  /**
   * Returns the questions that a condition depends on.
   *
   * @param condition the condition
   * @return their numbers in order
   */
  public List<String> questions(Syntax condition) {
    Set<String> names = new LinkedHashSet<>();
    Known.names(condition, names);
    return names.stream()
        .flatMap(name -> sequence.number(name).stream())
        .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
        .toList();
  }

  private Optional<String> clause(Syntax syntax, boolean not) {
    if (syntax instanceof Syntax.Name name) {
      return answered(name.name(), List.of(Boolean.toString(!not)), false);
    }
    if (!(syntax instanceof Syntax.Call call)) {
      return Optional.empty();
    }
    List<Syntax> parts = call.arguments();
    return switch (call.function()) {
      case "!" -> clause(parts.get(0), !not);
      case "&&", "||" -> joined(call, not);
      case "in" -> in(call, not);
      default ->
          OPPOSITE.containsKey(call.function())
              ? compared(
                  not ? OPPOSITE.getOrDefault(call.function(), "") : call.function(),
                  parts.get(0),
                  parts.get(1))
              : Optional.empty();
    };
  }

  private Optional<String> joined(Syntax.Call call, boolean not) {
    boolean and = call.function().equals("&&") != not;
    List<Syntax> parts = new ArrayList<>();
    flatten(call, call.function(), parts);
    parts = gathered(parts, call.function(), and != not);
    Set<String> clauses = new LinkedHashSet<>();
    boolean mixed = false;
    for (Syntax part : parts) {
      Optional<String> clause = clause(part, not);
      if (clause.isEmpty()) {
        return clause;
      }
      mixed |= isJoined(part);
      clauses.add(clause.orElseThrow());
    }
    String key = (and ? "paper.and" : "paper.or") + (mixed ? ".long" : "");
    return clauses.stream().reduce((a, b) -> words.get(key, Map.of("a", a, "b", b)));
  }

  /** One clause for each question: which of several answers, and no answered beside an answer. */
  private List<Syntax> gathered(List<Syntax> parts, String function, boolean and) {
    Map<Syntax, List<Syntax>> values = new LinkedHashMap<>();
    List<Syntax> rest = new ArrayList<>();
    for (Syntax part : parts) {
      if (function.equals("||")
          && part instanceof Syntax.Call call
          && call.function().equals("==")
          && call.arguments().get(0) instanceof Syntax.Name name
          && isChoice(name.name())) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(call.arguments().get(1));
      } else {
        rest.add(part);
      }
    }
    List<Syntax> gathered = new ArrayList<>();
    values.forEach(
        (name, all) ->
            gathered.add(
                all.size() == 1
                    ? new Syntax.Call("==", List.of(name, all.get(0)))
                    : new Syntax.Call("in", List.of(name, new Syntax.Items(all)))));
    for (Syntax part : rest) {
      boolean said =
          and
              && part instanceof Syntax.Call call
              && Known.isAnswered(call)
              && call.arguments().get(0) instanceof Syntax.Literal field
              && rest.stream().anyMatch(other -> other != part && reads(other, field));
      if (!said) {
        gathered.add(part);
      }
    }
    return gathered;
  }

  private static boolean reads(Syntax part, Syntax.Literal field) {
    Set<String> names = new LinkedHashSet<>();
    Known.names(part, names);
    return names.contains(field.value().toString());
  }

  private static boolean isJoined(Syntax part) {
    return part instanceof Syntax.Call call
        && (call.function().equals("&&")
            || call.function().equals("||")
            || (call.function().equals("!") && isJoined(call.arguments().get(0))));
  }

  private static void flatten(Syntax syntax, String function, List<Syntax> parts) {
    if (syntax instanceof Syntax.Call call && call.function().equals(function)) {
      call.arguments().forEach(argument -> flatten(argument, function, parts));
    } else {
      parts.add(syntax);
    }
  }

  private Optional<String> in(Syntax.Call call, boolean not) {
    Syntax what = call.arguments().get(0);
    Syntax where = call.arguments().get(1);
    if (Known.isAnswered(call) && what instanceof Syntax.Literal literal) {
      return about(literal.value().toString(), not ? "paper.unanswered" : "paper.answered", "");
    }
    if (what instanceof Syntax.Literal literal && where instanceof Syntax.Name name) {
      return answered(name.name(), List.of(literal.value().toString()), not);
    }
    if (what instanceof Syntax.Name name && where instanceof Syntax.Items items) {
      List<String> values = new ArrayList<>();
      for (Syntax item : items.items()) {
        if (!(item instanceof Syntax.Literal literal)) {
          return Optional.empty();
        }
        values.add(literal.value().toString());
      }
      return values.isEmpty() ? Optional.empty() : answered(name.name(), values, not);
    }
    return Optional.empty();
  }

  private Optional<String> compared(String operator, Syntax left, Syntax right) {
    if (left instanceof Syntax.Literal && !(right instanceof Syntax.Literal)) {
      return compared(TURNED.getOrDefault(operator, operator), right, left);
    }
    if (!(right instanceof Syntax.Literal literal)) {
      return Optional.empty();
    }
    if (left instanceof Syntax.Call call) {
      return age(operator, call, literal.value());
    }
    if (!(left instanceof Syntax.Name name)) {
      return Optional.empty();
    }
    Object value = literal.value();
    boolean equality = operator.equals("==") || operator.equals("!=");
    if (value.equals("")) {
      return equality
          ? about(name.name(), operator.equals("==") ? "paper.unanswered" : "paper.answered", "")
          : Optional.empty();
    }
    if (equality && value instanceof Boolean bool) {
      return clause(left, bool != operator.equals("=="));
    }
    if (equality && isChoice(name.name())) {
      return answered(name.name(), List.of(value.toString()), operator.equals("!="));
    }
    return about(name.name(), "paper." + KEYS.get(operator), shown(value));
  }

  /** The age of somebody on the day that the form is filled in. */
  private Optional<String> age(String operator, Syntax.Call call, Object value) {
    boolean ofPerson =
        call.function().equals("age")
            && call.arguments().size() == 2
            && call.arguments().get(1).equals(new Syntax.Name(Plan.TODAY));
    if (!ofPerson
        || !(call.arguments().get(0) instanceof Syntax.Name person)
        || !(value instanceof Long years)) {
      return Optional.empty();
    }
    return switch (operator) {
      case ">=" -> about(person.name(), "paper.age.least", years.toString());
      case ">" -> about(person.name(), "paper.age.least", Long.toString(years + 1));
      case "<" -> about(person.name(), "paper.age.less", years.toString());
      case "<=" -> about(person.name(), "paper.age.less", Long.toString(years + 1));
      default -> Optional.empty();
    };
  }

  private boolean isChoice(String field) {
    FieldDefinition definition = form.fields().get(field);
    return definition != null && !definition.options().isEmpty();
  }

  private Optional<String> answered(String field, List<String> values, boolean not) {
    FieldDefinition definition = form.fields().get(field);
    if (definition == null) {
      return Optional.empty();
    }
    PaperShape shape = definition.type().paper(definition.settings());
    boolean ticked = shape instanceof PaperShape.Agree;
    boolean yesNo = shape instanceof PaperShape.YesNo;
    if (ticked) {
      boolean yes = values.equals(List.of("true")) != not;
      return about(field, yes ? "paper.ticked" : "paper.not.ticked", "");
    }
    if (!yesNo && definition.options().isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (String value : values) {
      texts.add(
          yesNo
              ? words.get(value.equals("true") ? "yes" : "no")
              : option(field + ".option." + value));
    }
    String quoted =
        texts.stream()
            .map(text -> words.get("paper.quoted", Map.of("text", text)))
            .reduce((a, b) -> words.get("paper.or", Map.of("a", a, "b", b)))
            .orElse("");
    return about(field, not ? "paper.not.chosen" : "paper.chosen", quoted);
  }

  /** In this language, else in the form's own. */
  private String option(String key) {
    return form.texts()
        .find(language, key)
        .orElseGet(() -> form.texts().text(form.languages().get(0), key));
  }

  private Optional<String> about(String field, String key, String value) {
    return sequence
        .number(field)
        .map(number -> words.get(key, Map.of("number", number, "value", value)));
  }

  private String shown(Object value) {
    if (value instanceof Long || value instanceof Double) {
      NumberFormat format = NumberFormat.getNumberInstance(locale);
      return format.format(new BigDecimal(value.toString()));
    }
    try {
      return LocalDate.parse(value.toString())
          .format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
    } catch (DateTimeParseException e) {
      return words.get("paper.quoted", Map.of("text", value.toString()));
    }
  }
}
