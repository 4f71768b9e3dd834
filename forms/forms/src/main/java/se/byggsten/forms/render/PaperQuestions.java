package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperFlow;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.paper.Paper;
import se.byggsten.web.paper.Tick;

/** Draws the questions of a form for paper, with where to go after each. */
final class PaperQuestions {
  private static final Pattern ARTICLE = Pattern.compile("^(en|ett|a|an) ");
  private static final int MOST_LINES = 12;
  private static final int MANY_QUESTIONS = 8;

  private final PaperSequence sequence;
  private final List<PaperEntry> entries;
  private final PaperFlow flow;
  private final ConditionWords conditions;
  private final Said said;
  private final Words words;
  private final Paper paper;
  private final List<Html> parts = new ArrayList<>();
  private String section = "";

  PaperQuestions(PaperSequence sequence, Said said, Locale locale) {
    this.sequence = sequence;
    this.entries = sequence.entries();
    this.flow = PaperFlow.of(sequence);
    this.conditions = new ConditionWords(sequence, locale);
    this.said = said;
    this.words = Words.of(locale.toLanguageTag());
    this.paper = Paper.in(locale);
  }

  Html all() {
    draw(0, entries.size(), "");
    return Html.concat(parts);
  }

  private void draw(int from, int to, String row) {
    for (int i = from; i < to; i = entries.get(i).end()) {
      if (entries.get(i).kind() == Kind.PART) {
        part(i, row);
      } else if (entries.get(i).kind() == Kind.ROWS) {
        rows(i, row);
      }
    }
  }

  private void part(int index, String row) {
    PaperEntry part = entries.get(index);
    open(part.page(), row);
    opening(index, row);
    for (int i = index + 1; i < part.end(); i++) {
      PaperEntry entry = entries.get(i);
      FieldDefinition field = entry.field().orElseThrow();
      Html drawn = entry.kind() == Kind.TEXT ? text(i, field, row) : question(i, field, row);
      parts.add(said.marked(field.id() + ".label", drawn));
    }
  }

  /** A page without a title of its own stands under the heading before, or under a common one. */
  private void open(PageDefinition page, String row) {
    Optional<String> title = said.find(page.id() + ".title");
    String untitled = row.isEmpty() ? words.get("paper.questions") : row;
    String heading = title.map(t -> row.isEmpty() ? t : row + ": " + t).orElse(untitled);
    boolean goesOn =
        title.isEmpty()
            && (section.equals(untitled) || (!row.isEmpty() && section.startsWith(row + ": ")));
    if (!goesOn) {
      section = heading;
      parts.add(said.marked(page.id() + ".title", paper.section(heading)));
    }
    said.find(page.id() + ".intro")
        .ifPresent(intro -> parts.add(said.marked(page.id() + ".intro", Markdown.html(intro, 3))));
  }

  /** Who is to fill in a part, and where all others go. */
  private void opening(int index, String row) {
    PaperEntry entry = entries.get(index);
    if (flow.isTold(index)) {
      String only = only(entry.page().id(), entry.condition(), ".part");
      int target = flow.otherwise(index).orElse(entry.end());
      parts.add(paper.instruction(only + " " + go("paper.otherwise", target, entry, row)));
    }
    parts.add(after(index, row));
  }

  private String only(String key, Syntax condition, String part) {
    Optional<String> own = said.find(key + ".paper");
    if (own.isPresent()) {
      return own.orElseThrow();
    }
    Optional<String> clause = conditions.clause(condition);
    if (clause.isPresent()) {
      return words.get("paper.only" + part, Map.of("when", clause.orElseThrow()));
    }
    List<String> numbers = conditions.questions(condition);
    return numbers.isEmpty()
        ? words.get("paper.only" + part + ".yours")
        : words.get("paper.only" + part + ".some", Map.of("numbers", listed(numbers)));
  }

  private String listed(List<String> numbers) {
    return numbers.stream()
        .reduce((a, b) -> words.get("paper.and", Map.of("a", a, "b", b)))
        .orElse("");
  }

  /** In words where to go; out of a row is always to what comes after it. */
  private String go(String key, int target, PaperEntry from, String row) {
    if (target == PaperFlow.STOP) {
      return words.get("paper.stop");
    }
    boolean leaves =
        !row.isEmpty()
            && (target >= entries.size()
                || !entries.get(target).around().containsAll(from.around()));
    if (leaves) {
      return words.get(key + ".row", Map.of("row", row));
    }
    return numberAt(target)
        .map(number -> words.get(key, Map.of("number", number)))
        .orElse(words.get(key + ".end"));
  }

  private Optional<String> numberAt(int target) {
    return entries.stream()
        .skip(target)
        .map(PaperEntry::number)
        .filter(number -> !number.isEmpty())
        .findFirst();
  }

  private void rows(int index, String row) {
    PaperEntry entry = entries.get(index);
    GroupDefinition group = entry.page().group().orElseThrow();
    // In a row the heading of each inner row says it all, unless there is something to tell.
    boolean heading =
        row.isEmpty() || flow.isTold(index) || said.find(entry.page().id() + ".intro").isPresent();
    if (heading) {
      open(entry.page(), row);
    }
    opening(index, row);
    String one =
        ARTICLE
            .matcher(said.find(group.id() + ".one").orElse(words.get("row.one")))
            .replaceFirst("");
    String name = one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1);
    for (int n = 1; n <= blanks(group, entry, index); n++) {
      String numbered =
          words.get("paper.row", Map.of("one", row.isEmpty() ? name : one, "number", "" + n));
      draw(index + 1, entry.end(), row.isEmpty() ? numbered : row + ", " + numbered);
    }
    if (group.max() > blanks(group, entry, index)) {
      parts.add(paper.instruction(words.get("paper.rows.more", Map.of("max", "" + group.max()))));
    }
    section = "";
  }

  /** Three blank rows; two of what takes much room. */
  private int blanks(GroupDefinition group, PaperEntry entry, int index) {
    long questions =
        entries.subList(index, entry.end()).stream().filter(e -> e.kind() == Kind.ASK).count();
    int usual = entry.around().isEmpty() && questions <= MANY_QUESTIONS ? 3 : 2;
    return Math.min(group.max(), Math.max(group.min(), usual));
  }

  private Html text(int index, FieldDefinition field, String row) {
    Html told = told(index, field, row);
    Html body = Markdown.html(said.find(field.id() + ".hint").orElse(""), 3);
    Html head =
        said.find(field.id() + ".label")
            .map(label -> Markdown.html("**" + label + "**"))
            .orElse(Html.EMPTY);
    return paper.note(Html.concat(head, told, body, after(index, row)));
  }

  private Html told(int index, FieldDefinition field, String row) {
    if (!flow.isTold(index)) {
      return Html.EMPTY;
    }
    PaperEntry entry = entries.get(index);
    String only = only(field.id(), entry.condition(), "");
    String otherwise =
        flow.otherwise(index)
            .map(target -> " " + go("paper.otherwise", target, entry, row))
            .orElse("");
    return paper.instruction(only + otherwise);
  }

  private Html question(int index, FieldDefinition field, String row) {
    PaperEntry entry = entries.get(index);
    boolean optional = !field.required() && field.requiredIf().isEmpty();
    String label = said.text(field.id() + ".label");
    List<String> hints = new ArrayList<>();
    said.find(field.id() + ".hint").ifPresent(hints::add);
    sequence
        .required(field.id())
        .filter(condition -> !field.required())
        .flatMap(conditions::clause)
        .ifPresent(when -> hints.add(words.get("paper.must", Map.of("when", when))));
    return paper.question(
        entry.number(),
        optional ? label + " " + words.get("optional") : label,
        String.join(" ", hints),
        Html.concat(told(index, field, row), answer(index, field, row), after(index, row)));
  }

  private Html after(int index, String row) {
    return flow.after(index)
        .map(target -> paper.next(go("paper.go", target, entries.get(index), row)))
        .orElse(Html.EMPTY);
  }

  private Html answer(int index, FieldDefinition field, String row) {
    PaperShape shape = field.type().paper(field.settings());
    if (shape instanceof PaperShape.Squares squares) {
      return paper.squares(squares.groups(), squares.captions().stream().map(words::get).toList());
    }
    if (shape instanceof PaperShape.Captioned captioned) {
      return paper.labelledLines(captioned.captions().stream().map(words::get).toList());
    }
    if (shape instanceof PaperShape.Lines lines) {
      boolean narrow = !lines.unit().isEmpty() || field.width() != FieldWidth.FULL;
      return lines.count() == 1 && narrow
          ? paper.line(lines.unit().isEmpty() ? "" : words.get(lines.unit()))
          : paper.lines(Math.min(lines.count(), MOST_LINES));
    }
    if (shape instanceof PaperShape.Ticks ticks) {
      Html many = ticks.many() ? paper.instruction(words.get("paper.many")) : Html.EMPTY;
      return many.and(
          paper.ticks(field.options().stream().map(o -> tick(index, field, o, row)).toList()));
    }
    if (shape instanceof PaperShape.YesNo) {
      return paper.ticks(
          List.of(
              leading(Tick.of(words.get("yes")), index, "true", row),
              leading(Tick.of(words.get("no")), index, "false", row)));
    }
    if (shape instanceof PaperShape.Agree) {
      return paper.ticks(List.of(Tick.of(words.get("paper.agree"))));
    }
    return shape instanceof PaperShape.Enclose
        ? paper.ticks(
            List.of(Tick.of(words.get("paper.enclosed")).hint(words.get("paper.enclose"))))
        : Html.EMPTY;
  }

  private Tick tick(int index, FieldDefinition field, OptionDefinition option, String row) {
    String key = field.id() + ".option." + option.value();
    List<String> hints = new ArrayList<>();
    said.find(key + ".hint").ifPresent(hints::add);
    sequence
        .option(field.id(), option.value())
        .flatMap(conditions::clause)
        .ifPresent(when -> hints.add(words.get("paper.option", Map.of("when", when))));
    Tick tick = Tick.of(said.text(key));
    return leading(
        hints.isEmpty() ? tick : tick.hint(String.join(" ", hints)), index, option.value(), row);
  }

  private Tick leading(Tick tick, int index, String value, String row) {
    return flow.after(index, value)
        .map(target -> tick.then(go("paper.go", target, entries.get(index), row)))
        .orElse(tick);
  }
}
