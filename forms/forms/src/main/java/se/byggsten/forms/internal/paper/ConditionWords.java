package se.byggsten.forms.internal.paper;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.web.Languages;

/**
 * Puts a condition in words, such as: you answered Yes to question 3 and the answer to question 4
 * is less than 18.
 */
public final class ConditionWords {
  private static final Map<String, String> KEYS =
      Map.of("==", "is", "!=", "not", "<", "less", ">", "more", "<=", "most", ">=", "least");

  /** Said before there are any questions. */
  public static final int ANYWHERE = -1;

  private final PaperSequence sequence;
  private final FormDefinition form;
  private final Locale locale;
  private final Said said;
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
    this.said = Said.in(form, locale);
    this.words = said.words();
  }

  /**
   * Puts a condition in words.
   *
   * @param condition the condition
   * @param at the index of the step where it is said, or {@link #ANYWHERE}
   * @return a clause to follow if; empty when it cannot be said, or hangs on what comes later
   */
  public Optional<String> clause(Syntax condition, int at) {
    Optional<String> clause = said(sequence.inlined(condition, ANYWHERE), at);
    return clause.isPresent() ? clause : said(sequence.inlined(condition, at), at);
  }

  private Optional<String> said(Syntax condition, int at) {
    Set<String> names = new LinkedHashSet<>();
    Known.names(condition, names);
    if (at >= 0 && names.stream().anyMatch(name -> sequence.begins(name) > at)) {
      return Optional.empty();
    }
    PlainCondition plain =
        new PlainCondition(field -> sequence.isAnswered(field, at), this::isChoice);
    return worded(plain.of(condition));
  }

  /**
   * Says all that a condition depends on, when no clause says what it is.
   *
   * @param condition the condition
   * @param at the index of the step where it is said
   * @return a sentence after a space; empty when there is nothing to name
   */
  public String depends(Syntax condition, int at) {
    Syntax whole = sequence.inlined(condition, at);
    Set<String> names = new LinkedHashSet<>();
    Known.names(whole, names);
    Set<String> numbers = new TreeSet<>(Comparator.comparingInt(Integer::parseInt));
    Set<String> all = new LinkedHashSet<>();
    for (String name : names) {
      Optional<String> number = sequence.number(name);
      number.ifPresent(numbers::add);
      if (form.structure().groups().containsKey(name)) {
        String key = isRead(whole, name) ? "paper.by.rows" : "paper.by.count";
        all.add(words.get(key, Map.of("name", title(name))));
      } else if (name.equals(Plan.TODAY)) {
        all.add(words.get("paper.by.today"));
      } else if (form.inputs().containsKey(name)) {
        all.add(words.get("paper.by.known"));
      } else if (number.isEmpty()) {
        calculated(name).ifPresent(all::add);
      }
    }
    List<String> parts = new ArrayList<>(all);
    if (!numbers.isEmpty()) {
      String answers = listed(List.copyOf(numbers));
      parts.add(0, words.get("paper.by.answer", Map.of("numbers", answers)));
    }
    return parts.isEmpty() ? "" : " " + words.get("paper.depends", Map.of("what", listed(parts)));
  }

  /** Whether more is read of a group than how many rows it has. */
  private static boolean isRead(Syntax syntax, String group) {
    return syntax.equals(new Syntax.Name(group))
        || (syntax instanceof Syntax.Call call
            && !(call.function().equals("size") && call.arguments().get(0) instanceof Syntax.Name)
            && call.arguments().stream().anyMatch(argument -> isRead(argument, group)));
  }

  private String listed(List<String> parts) {
    int last = parts.size() - 1;
    String before = String.join(", ", parts.subList(0, last));
    return last == 0
        ? parts.get(0)
        : words.get("paper.and", Map.of("a", before, "b", parts.get(last)));
  }

  private String quoted(String text) {
    return words.get("paper.quoted", Map.of("text", text));
  }

  /** A calculated value that is told of on paper, by its label. */
  private Optional<String> calculated(String field) {
    return sequence.index(field) < 0
        ? Optional.empty()
        : Optional.of(quoted(said.text(field + ".label")));
  }

  private Optional<String> worded(Syntax syntax) {
    if (!(syntax instanceof Syntax.Call call)) {
      return leaf(syntax, false);
    }
    return switch (call.function()) {
      case "&&", "||" -> joined(call);
      case "!" -> leaf(call.arguments().get(0), true);
      default -> leaf(syntax, false);
    };
  }

  /** Two levels can be told apart by how they are joined; with three nobody could tell. */
  private Optional<String> joined(Syntax.Call call) {
    List<Syntax> parts = PlainCondition.flat(call);
    boolean mixed = parts.stream().anyMatch(PlainCondition::isJoined);
    String key = (call.function().equals("&&") ? "paper.and" : "paper.or") + (mixed ? ".long" : "");
    Set<String> clauses = new LinkedHashSet<>();
    for (Syntax part : parts) {
      boolean deep =
          part instanceof Syntax.Call inner
              && PlainCondition.isJoined(inner)
              && PlainCondition.flat(inner).stream().anyMatch(PlainCondition::isJoined);
      Optional<String> clause = deep ? Optional.empty() : worded(part);
      if (clause.isEmpty()) {
        return clause;
      }
      clauses.add(clause.orElseThrow());
    }
    return clauses.stream().reduce((a, b) -> words.get(key, Map.of("a", a, "b", b)));
  }

  private Optional<String> leaf(Syntax syntax, boolean not) {
    if (syntax instanceof Syntax.Name name) {
      return answered(name.name(), List.of("true"), not);
    }
    if (!(syntax instanceof Syntax.Call call)) {
      return Optional.empty();
    }
    if (call.function().equals("in")) {
      return in(call, not);
    }
    return !not && KEYS.containsKey(call.function())
        ? compared(call.function(), call.arguments().get(0), call.arguments().get(1))
        : Optional.empty();
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
    if (!(right instanceof Syntax.Literal literal)) {
      return Optional.empty();
    }
    if (left instanceof Syntax.Call call) {
      return call.function().equals("size")
          ? rows(operator, call.arguments().get(0), literal.value())
          : age(operator, call, literal.value());
    }
    if (!(left instanceof Syntax.Name name)) {
      return Optional.empty();
    }
    Object value = literal.value();
    boolean equality = operator.equals("==") || operator.equals("!=");
    if (equality && (isChoice(name.name()) || value instanceof Boolean)) {
      return answered(name.name(), List.of(value.toString()), operator.equals("!="));
    }
    Optional<String> answer = about(name.name(), "paper.answer", "");
    if (answer.isEmpty()) {
      answer = calculated(name.name());
    }
    if (value.equals("")) {
      return Optional.empty();
    }
    String limit = measured(name.name(), value).orElseGet(() -> shown(value));
    return answer.map(
        text -> words.get("paper." + KEYS.get(operator), Map.of("answer", text, "value", limit)));
  }

  /** A limit of numbers with the unit or currency of the field, as its own kind shows it. */
  private Optional<String> measured(String field, Object value) {
    FieldDefinition definition = form.fields().get(field);
    if (definition == null || !(value instanceof Long || value instanceof Double)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(value.toString());
    Reading reading = new Reading(List.of(), definition.settings(), locale, words::get);
    return definition.type().javaType().isInstance(number)
        ? Optional.of(String.join(" ", definition.type().shown(number, reading)))
        : Optional.empty();
  }

  /** How many rows of a group are filled in. */
  private Optional<String> rows(String operator, Syntax rows, Object value) {
    boolean group =
        rows instanceof Syntax.Name name && form.structure().groups().containsKey(name.name());
    if (!group || !(value instanceof Number count) || count.doubleValue() % 1 != 0) {
      return Optional.empty();
    }
    String key =
        switch (operator + count.longValue()) {
          case "==0", "<1", "<=0" -> "none";
          case "!=0", ">0", ">=1" -> "some";
          default -> KEYS.getOrDefault(operator, "");
        };
    String title = title(((Syntax.Name) rows).name());
    return Optional.of(
        words.get("paper.count." + key, Map.of("value", shown(count.longValue()), "name", title)));
  }

  /** What the part is called where the rows of a group are filled in. */
  private String title(String group) {
    return quoted(said.text(form.pageOf(group).orElseThrow().id() + ".title"));
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
    boolean unsaid = values.contains("");
    if (unsaid || (!yesNo && definition.options().isEmpty())) {
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
            .map(this::quoted)
            .reduce((a, b) -> words.get("paper.or", Map.of("a", a, "b", b)))
            .orElse("");
    return about(field, not ? "paper.not.chosen" : "paper.chosen", quoted);
  }

  /** In this language, else in the form's own. */
  private String option(String key) {
    return said.text(key);
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
      LocalDate day = LocalDate.parse(value.toString());
      return Languages.named(
          locale, names -> DateTimeFormatter.ofPattern("d MMMM uuuu", names).format(day));
    } catch (DateTimeParseException e) {
      return quoted(value.toString());
    }
  }
}
