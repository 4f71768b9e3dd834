package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperFlow;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.web.Html;
import se.byggsten.web.paper.Paper;
import se.byggsten.web.paper.PaperBoxes;

/** Questions that stand in a table: those of short rows, and those with the same options. */
final class PaperTables {
  private static final int WIDTH = 180;
  private static final int ROW_NAME = 9;
  private static final int MOST_QUESTIONS = 6;
  private static final int MANY_OPTIONS = 4;
  private static final PaperAnswers.Leading NOWHERE = (tick, value) -> tick;

  private final List<PaperEntry> entries;
  private final PaperFlow flow;
  private final PaperAnswers answers;
  private final PaperWays ways;
  private final Said said;
  private final Words words;
  private final Paper paper;
  private final PaperBoxes boxes;

  PaperTables(
      List<PaperEntry> entries,
      PaperFlow flow,
      PaperAnswers answers,
      PaperWays ways,
      Said said,
      Locale locale) {
    this.entries = entries;
    this.flow = flow;
    this.answers = answers;
    this.ways = ways;
    this.said = said;
    this.words = said.words();
    this.paper = Paper.in(locale);
    this.boxes = PaperBoxes.in(locale);
  }

  /** Whether the rows of a group are short enough, and nobody is sent past anything in them. */
  boolean isTable(int index) {
    PaperEntry rows = entries.get(index);
    List<PaperEntry> asked = asked(index);
    List<PaperEntry> inside = entries.subList(index + 1, rows.end());
    long calculated = inside.stream().filter(PaperEntry::isCalculated).count();
    boolean onePart = entries.get(index + 1).kind() == Kind.PART;
    boolean plain =
        onePart
            && !flow.isTold(index + 1)
            && flow.after(index + 1).isEmpty()
            && said.find(entries.get(index + 1).page().id() + ".intro").isEmpty()
            && asked.size() + calculated == rows.end() - index - 3
            && asked.size() <= MOST_QUESTIONS
            && inside.stream().noneMatch(entry -> entry.field().isPresent() && leads(entry));
    return plain && asked.stream().mapToInt(this::width).sum() <= WIDTH - ROW_NAME;
  }

  private List<PaperEntry> asked(int index) {
    return entries.subList(index + 1, entries.get(index).end() - 1).stream()
        .filter(entry -> entry.kind() == Kind.ASK)
        .toList();
  }

  private boolean leads(PaperEntry entry) {
    int index = entries.indexOf(entry);
    return flow.after(index).isPresent() || flow.otherwise(index).isPresent() || flow.leads(index);
  }

  private int width(PaperEntry entry) {
    return answers.column(entry.field().orElseThrow());
  }

  /** Three blank rows, or two of what takes much room. */
  int blanks(int index) {
    GroupDefinition group = entries.get(index).page().group().orElseThrow();
    boolean high =
        asked(index).stream()
            .map(entry -> entry.field().orElseThrow())
            .anyMatch(
                field ->
                    field.options().size() > MANY_OPTIONS
                        || (PaperAnswers.shape(field) instanceof PaperShape.Lines lines
                            && lines.count() > MANY_OPTIONS));
    int usual = high && !entries.get(index).around().isEmpty() ? 2 : 3;
    return Math.min(group.max(), Math.max(group.min(), usual));
  }

  Html rows(int index, int blanks) {
    List<PaperEntry> asked = asked(index);
    List<Integer> needs = asked.stream().map(this::width).toList();
    int all = needs.stream().mapToInt(Integer::intValue).sum();
    List<Integer> percent = new ArrayList<>();
    int named = 100 * ROW_NAME / WIDTH;
    percent.add(named);
    needs.forEach(need -> percent.add((100 - named) * need / Math.max(1, all)));
    List<Html> head = new ArrayList<>();
    head.add(Html.text(words.get("paper.row.number")));
    asked.forEach(entry -> head.add(head(entry)));
    List<String> names = IntStream.rangeClosed(1, blanks).mapToObj(Integer::toString).toList();
    List<Html> cells =
        asked.stream().map(entry -> answers.cell(entry.field().orElseThrow())).toList();
    return boxes.rows(head, percent, names, cells);
  }

  private Html head(PaperEntry entry) {
    FieldDefinition field = entry.field().orElseThrow();
    int index = entries.indexOf(entry);
    String told = ways.told(index, field, "");
    String hint = ways.hint(index, field);
    return Html.concat(
        Html.trusted("<span class=\"b-number\">"),
        Html.text(entry.number() + "."),
        Html.trusted("</span> <span class=\"b-asked\">"),
        Html.text(ways.label(field)),
        Html.trusted("</span>"),
        hint.isEmpty() ? Html.EMPTY : small(hint),
        told.isEmpty() ? Html.EMPTY : paper.instruction(told));
  }

  private static Html small(String text) {
    return Html.concat(Html.trusted("<p class=\"b-hint\">"), Html.text(text), Html.trusted("</p>"));
  }

  /** The questions from one on that have the very same options, and nothing else to tell. */
  List<Integer> alike(int index, int end) {
    List<Integer> alike = new ArrayList<>();
    List<String> first = List.of();
    for (int i = index; i < end && entries.get(i).kind() == Kind.ASK; i++) {
      FieldDefinition field = entries.get(i).field().orElseThrow();
      List<String> labels = answers.labels(field, NOWHERE);
      boolean tells = flow.isTold(i) || leads(entries.get(i));
      if (labels.isEmpty() || tells || (!first.isEmpty() && !labels.equals(first))) {
        break;
      }
      first = labels;
      alike.add(i);
    }
    return alike.size() <= 4 ? alike : alike.subList(0, 4);
  }

  Html choices(List<Integer> alike) {
    FieldDefinition first = entries.get(alike.get(0)).field().orElseThrow();
    List<Html> head = new ArrayList<>();
    head.add(Html.text(words.get("paper.choices")));
    alike.forEach(index -> head.add(head(entries.get(index))));
    int each = 60 / alike.size();
    List<Integer> percent = new ArrayList<>();
    percent.add(100 - each * alike.size());
    alike.forEach(index -> percent.add(each));
    return boxes.choices(head, percent, answers.labels(first, NOWHERE));
  }
}
