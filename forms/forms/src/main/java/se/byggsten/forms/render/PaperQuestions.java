package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperFlow;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.Passage;
import se.byggsten.web.paper.Cell;
import se.byggsten.web.paper.Paper;
import se.byggsten.web.paper.PaperBoxes;
import se.byggsten.web.paper.Tick;

/** Draws the questions of a form for paper, with where to go after each. */
final class PaperQuestions {
  private static final Pattern ARTICLE = Pattern.compile("^(en|ett|a|an) ");
  private static final int FEWEST_OPTIONS = 5;
  private static final int FEW_ROWS = 4;

  private final List<PaperEntry> entries;
  private final PaperFlow flow;
  private final ConditionWords conditions;
  private final PaperAnswers answers;
  private final PaperTables tables;
  private final PaperWays ways;
  private final Said said;
  private final Words words;
  private final PaperBoxes boxes;
  private final List<Html> sheets = new ArrayList<>();
  private final PaperParts parts;
  private final List<Cell> line = new ArrayList<>();
  private String section = "";
  private String party = "";
  private boolean headed;

  /** Where on paper: how deep, and in which row. */
  private record Here(Paper paper, String row) {}

  PaperQuestions(PaperSequence sequence, Said said, Locale locale) {
    this.entries = sequence.entries();
    this.flow = PaperFlow.of(sequence);
    this.conditions = new ConditionWords(sequence, locale);
    this.answers = new PaperAnswers(sequence, conditions, said, locale);
    this.said = said;
    this.words = said.words();
    this.ways = new PaperWays(sequence, flow, conditions, said, words);
    this.tables = new PaperTables(entries, flow, answers, ways, said, locale);
    this.boxes = PaperBoxes.in(locale);
    this.parts = new PaperParts(Paper.in(locale));
  }

  Html all() {
    draw(0, entries.size(), new Here(parts.paper(), ""));
    finish();
    return parts.taken();
  }

  /** The sheets for more rows than there is room for among the questions. */
  Html sheets() {
    return Html.concat(sheets);
  }

  private void draw(int from, int to, Here here) {
    for (int i = from; i < to; i = entries.get(i).end()) {
      Kind kind = entries.get(i).kind();
      if (kind == Kind.PART) {
        part(i, here);
      } else if (kind == Kind.ROWS) {
        rows(i, here);
      } else if (kind == Kind.EXIT) {
        exit(i, here);
      }
    }
  }

  private void part(int index, Here here) {
    PaperEntry part = entries.get(index);
    open(index, here);
    opening(index, here);
    for (int i = index + 1; i < part.end(); i++) {
      FieldDefinition field = entries.get(i).field().orElseThrow();
      List<Integer> alike = tables.alike(i, part.end());
      if (entries.get(i).isCalculated()) {
        int from = i;
        while (i + 1 < part.end() && entries.get(i + 1).isCalculated()) {
          i++;
        }
        calculated(from, i + 1, here);
      } else if (entries.get(i).kind() == Kind.TEXT) {
        add(here.paper().note(text(i, field, here)));
      } else if (alike.size() > 1 && field.options().size() >= FEWEST_OPTIONS) {
        add(tables.choices(alike));
        i += alike.size() - 1;
      } else {
        line.add(cell(i, field, here));
      }
    }
    if (!isAlone(index, here)) {
      finish();
    }
  }

  /** A question that needs no heading may stand beside those of the pages before and after. */
  private boolean isAlone(int index, Here here) {
    PaperEntry part = entries.get(index);
    String id = part.page().id();
    boolean one = part.end() == index + 2 && entries.get(index + 1).kind() == Kind.ASK;
    boolean headed = here.row().isEmpty() && said.find(id + ".title").isPresent();
    return one
        && !headed
        && flow.after(index).isEmpty()
        && !flow.isTold(index)
        && said.find(id + ".intro").isEmpty();
  }

  private void finish() {
    parts.paper().beside(line).forEach(parts::add);
    line.clear();
  }

  private void head(Html head) {
    finish();
    parts.head(head);
  }

  private void add(Html part) {
    finish();
    parts.add(part);
  }

  /** A page without a title of its own stands under the heading before, or under a common one. */
  private void open(int index, Here here) {
    PageDefinition page = entries.get(index).page();
    Optional<String> title = said.find(page.id() + ".title");
    String heading = title.orElseGet(() -> untitled(page));
    party = page.party();
    boolean needed =
        here.row().isEmpty()
            || (title.isPresent()
                && !isAlone(index, here)
                && !isInnerTable(index)
                && !isWholeRow(index));
    if (needed && !heading.isEmpty()) {
      section = heading;
      headed = true;
      head(here.paper().section(heading));
    }
    said.find(page.id() + ".intro").ifPresent(intro -> head(Markdown.html(intro, 3)));
  }

  /** What one person fills in never stands under the heading of what another does. */
  private String untitled(PageDefinition page) {
    if (page.party().equals(party)) {
      return section.isEmpty() ? words.get("paper.questions") : "";
    }
    return page.party().isEmpty()
        ? words.get("paper.questions.applicant")
        : said.text(page.party() + ".name");
  }

  /** The heading of the row is heading enough. */
  private boolean isWholeRow(int index) {
    PaperEntry before = entries.get(index - 1);
    return before.kind() == Kind.ROWS && before.end() == entries.get(index).end() + 1;
  }

  /** The question before says enough of what the table is about. */
  private boolean isInnerTable(int index) {
    PaperEntry entry = entries.get(index);
    return entry.kind() == Kind.ROWS && !flow.isTold(index) && tables.isTable(index);
  }

  /** Who is to fill in a part, and where all others go. */
  private void opening(int index, Here here) {
    PaperEntry entry = entries.get(index);
    if (flow.isTold(index)) {
      String only = ways.only(index, entry.page().id(), ".part");
      int target = flow.otherwise(index).orElse(flow.past(index));
      String otherwise = ways.go("paper.otherwise", index, target, here.row());
      head(here.paper().instruction(only + " " + otherwise));
    }
    Html after = after(index, here);
    if (!after.isEmpty()) {
      head(after);
    }
  }

  private void exit(int index, Here here) {
    if (!flow.isDrawn(index)) {
      return;
    }
    PaperEntry entry = entries.get(index);
    String stop =
        conditions
            .clause(entry.condition(), index)
            .map(when -> words.get("paper.stop.if", Map.of("when", when)))
            .orElse(words.get("paper.stop.some"));
    String otherwise =
        flow.otherwise(index)
            .map(target -> " " + ways.go("paper.otherwise", index, target, here.row()))
            .orElse("");
    add(
        here.paper()
            .note(
                Markdown.html("**" + ways.name(index) + "**")
                    .and(here.paper().instruction(stop + otherwise))));
  }

  private void rows(int index, Here here) {
    PaperEntry entry = entries.get(index);
    GroupDefinition group = entry.page().group().orElseThrow();
    open(index, here);
    opening(index, here);
    String one =
        Passage.within(
            said.find(group.id() + ".one").orElse(words.get("row.one")),
            inner -> ARTICLE.matcher(inner).replaceFirst(""));
    int printed;
    if (tables.isTable(index)) {
      printed = tables.blanks(index);
      Html table = tables.rows(index, printed);
      boolean few = printed <= FEW_ROWS;
      add(few ? here.paper().keep(List.of(table)) : table);
      calculated(index, entry.end(), here);
    } else {
      printed = Math.max(group.min(), here.row().isEmpty() ? 1 : 2);
      for (int n = 1; n <= Math.min(group.max(), printed); n++) {
        block(index, here, row(here, one, n));
      }
    }
    if (group.max() > printed) {
      boolean sheet = here.row().isEmpty() && !tables.isTable(index);
      add(
          here.paper()
              .remark(
                  words.get(
                      sheet ? "paper.rows.sheet" : "paper.rows.more",
                      Map.of("max", "" + group.max()))));
      if (sheet) {
        sheet(index, here, one);
      }
    }
    Html after = after(entry.end() - 1, here);
    if (!after.isEmpty()) {
      add(after);
    }
    section = "";
  }

  private String row(Here here, String one, int n) {
    String name = here.row().isEmpty() ? Passage.within(one, PaperQuestions::upper) : one;
    String numbered = words.get("paper.row", Map.of("one", name, "number", "" + n));
    return here.row().isEmpty()
        ? numbered
        : Passage.within(here.row(), PaperQuestions::upper) + ", " + numbered;
  }

  private static String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void block(int index, Here here, String row) {
    head(here.paper().copy(row));
    rowParts(index, new Here(here.paper().inner(), row));
  }

  /** The first questions may stand right under the heading of the row. */
  private void rowParts(int index, Here row) {
    boolean before = headed;
    headed = false;
    draw(index + 1, entries.get(index).end() - 1, row);
    finish();
    headed = before;
  }

  /** The questions of one more row, to be copied for as many as there are. */
  private void sheet(int index, Here here, String one) {
    finish();
    Html before = parts.taken();
    String row =
        words.get("paper.sheet", Map.of("one", Passage.within(one, PaperQuestions::upper)));
    head(here.paper().copy(row));
    head(
        here.paper()
            .columns(
                Markdown.html(words.get("paper.sheet.text"), 4),
                boxes.narrowLines(List.of(words.get("paper.sheet.number")))));
    rowParts(index, new Here(here.paper().inner(), words.get("paper.sheet.this")));
    finish();
    sheets.add(here.paper().sheet(parts.taken()));
    add(before);
  }

  private Html text(int index, FieldDefinition field, Here here) {
    boolean own = entries.get(index).isCalculated() && !flow.isTold(index);
    Optional<String> paper = own ? said.find(field.id() + ".paper") : Optional.empty();
    Html body = Markdown.html(paper.or(() -> said.find(field.id() + ".hint")).orElse(""), 3);
    boolean named = flow.isNamed(index) || said.find(field.id() + ".label").isPresent();
    Html head = named ? Markdown.html("**" + ways.name(index) + "**") : Html.EMPTY;
    return Html.concat(head, told(index, field, here), body, after(index, here));
  }

  /** How the values that stand one after the other are calculated; nobody is to fill them in. */
  private void calculated(int from, int to, Here here) {
    Html all = Html.EMPTY;
    for (int i = from; i < to; i++) {
      if (entries.get(i).isCalculated()) {
        all = all.and(text(i, entries.get(i).field().orElseThrow(), here));
      }
    }
    if (!all.equals(Html.EMPTY)) {
      add(here.paper().note(all.and(Markdown.html(words.get("paper.calculated"), 3))));
    }
  }

  private Html told(int index, FieldDefinition field, Here here) {
    String told = ways.told(index, field, here.row());
    return told.isEmpty() ? Html.EMPTY : here.paper().instruction(told);
  }

  private Cell cell(int index, FieldDefinition field, Here here) {
    PaperEntry entry = entries.get(index);
    PaperAnswers.Leading leading = (tick, value) -> leading(tick, index, value, here);
    String label = ways.label(field);
    String hint = ways.hint(index, field);
    String told = ways.told(index, field, here.row());
    boolean underRow = !here.row().isEmpty() && !headed;
    Html drawn =
        (underRow ? here.paper().outer() : here.paper())
            .question(
                entry.number(),
                label,
                hint,
                Html.concat(
                    told(index, field, here), answers.answer(field, leading), after(index, here)));
    int longest = Math.max(Passage.plain(hint).length(), Passage.plain(told).length());
    return new Cell(
        drawn,
        answers.twelfths(field, leading, Passage.plain(label).length(), longest),
        PaperAnswers.grows(field));
  }

  private Html after(int index, Here here) {
    return flow.after(index)
        .map(target -> here.paper().next(ways.go("paper.go", index, target, here.row())))
        .orElse(Html.EMPTY);
  }

  private Tick leading(Tick tick, int index, String value, Here here) {
    return flow.after(index, value)
        .map(target -> tick.then(ways.go("paper.go", index, target, here.row())))
        .orElse(tick);
  }
}
