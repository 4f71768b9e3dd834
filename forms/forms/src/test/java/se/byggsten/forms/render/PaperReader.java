package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperFlow;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;

/**
 * Somebody who has a Swedish paper form before them and does as it says, word for word, from the
 * first question: who answers what applies, calculates what is told of, goes where the arrows lead
 * and knows nothing else.
 *
 * <p>Only where the form says that it is for the reader to judge whether a question applies, does
 * the reader look at what the form would show.
 */
final class PaperReader {
  private static final Pattern JUMP =
      Pattern.compile(
          "(?:Gå (?:annars )?till|Hoppa (?:annars )?över resten av) (.*?)\\.?", Pattern.DOTALL);
  private static final String STOP = "Fyll inte i mer. Läs mer på första sidan.";

  private final FormDefinition form;
  private final List<PaperEntry> entries;
  private final PaperFlow flow;
  private final ConditionWords conditions;
  private final PaperWays ways;
  private final Words words = Words.of("sv");
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Set<String> read = new LinkedHashSet<>();
  private final List<String> trail = new ArrayList<>();
  private final Map<String, Object> written = new LinkedHashMap<>();
  private FormAnswers truth;
  private boolean stopped;
  private int decided;

  PaperReader(FormRun run) {
    this.form = run.form();
    this.truth = run.answers(run.start(Map.of()));
    Locale swedish = Locale.forLanguageTag("sv");
    PaperSequence sequence = PaperSequence.of(form);
    this.entries = sequence.entries();
    this.flow = PaperFlow.of(sequence);
    this.conditions = new ConditionWords(sequence, swedish);
    this.ways = new PaperWays(sequence, flow, conditions, Said.onPaper(form, swedish), words);
    for (PaperEntry entry : entries) {
      if (!entry.number().isEmpty()) {
        fields.put(entry.number(), entry.field().orElseThrow().id());
      } else if (entry.isCalculated()) {
        String id = entry.field().orElseThrow().id();
        fields.put(form.texts().text("sv", id + ".label"), id);
      }
    }
  }

  /** Fills in the form as whoever gave these answers would, and returns what was answered. */
  Set<String> read(FormAnswers answers) {
    truth = answers;
    stopped = false;
    decided = 0;
    read.clear();
    trail.clear();
    written.clear();
    between(0, entries.size(), Place.TOP);
    return read;
  }

  /** How many times the reader had to judge for themselves. */
  int decided() {
    return decided;
  }

  /** What was read and where it led, to tell what went wrong. */
  String trail() {
    return String.join("\n", trail);
  }

  private void between(int from, int to, Place place) {
    int i = from;
    while (i < to && !stopped) {
      int next = step(i, place);
      if (next <= i) {
        throw new AssertionError("From " + i + " back to " + next + "\n" + trail());
      }
      i = next;
    }
  }

  private int step(int i, Place place) {
    PaperEntry entry = entries.get(i);
    return switch (entry.kind()) {
      case PART -> opening(i, place).orElseGet(() -> then(i, i + 1));
      case ROWS -> opening(i, place).orElseGet(() -> rows(i, place));
      case AFTER -> then(i, i + 1);
      case EXIT -> exit(i, place);
      case TEXT, ASK -> asked(i, place);
    };
  }

  /** Where one goes who is not to fill in the part. */
  private Optional<Integer> opening(int i, Place place) {
    if (!flow.isTold(i)) {
      return Optional.empty();
    }
    PaperEntry entry = entries.get(i);
    String only = ways.only(i, entry.page().id(), ".part");
    if (applies(i, only, place)) {
      return Optional.empty();
    }
    int target = flow.otherwise(i).orElse(flow.past(i));
    return Optional.of(jump(i, ways.go("paper.otherwise", i, target, "raden")));
  }

  private int rows(int i, Place place) {
    PaperEntry entry = entries.get(i);
    int end = entry.end() - 1;
    String group = entry.page().group().orElseThrow().id();
    int first = then(i, i + 1);
    if (first > end) {
      return first;
    }
    List<Place> rows = truth.at(place).rows(group);
    written.put(place.path(group), rows.size());
    for (Place row : rows) {
      between(first, end, row);
    }
    return end;
  }

  private int exit(int i, Place place) {
    if (!flow.isDrawn(i)) {
      return i + 1;
    }
    String stop =
        conditions
            .clause(entries.get(i).condition(), i)
            .map(when -> words.get("paper.stop.if", Map.of("when", when)))
            .orElse(words.get("paper.stop.some"));
    if (applies(i, stop, place)) {
      stopped = true;
      return entries.size();
    }
    return flow.otherwise(i)
        .map(target -> jump(i, ways.go("paper.otherwise", i, target, "raden")))
        .orElse(i + 1);
  }

  private int asked(int i, Place place) {
    PaperEntry entry = entries.get(i);
    FieldDefinition field = entry.field().orElseThrow();
    String told = ways.told(i, field, "raden");
    if (!told.isEmpty() && !applies(i, told, place)) {
      return flow.otherwise(i)
          .map(target -> jump(i, ways.go("paper.otherwise", i, target, "raden")))
          .orElse(i + 1);
    }
    String key = place.path(field.id());
    read.add(key);
    Object value = truth.at(place).value(field.id()).orElse(null);
    trail.add(i + " answers " + entry.number() + " " + key + " = " + value);
    if (value != null) {
      written.put(key, value);
      Optional<Integer> leads = flow.after(i, value.toString());
      if (leads.isPresent()) {
        return jump(i, ways.go("paper.go", i, leads.orElseThrow(), "raden"));
      }
    }
    return then(i, i + 1);
  }

  private int then(int i, int next) {
    return flow.after(i)
        .map(target -> jump(i, ways.go("paper.go", i, target, "raden")))
        .orElse(next);
  }

  private boolean applies(int i, String told, Place place) {
    Optional<Boolean> holds =
        PaperClause.of(told).map(clause -> clause.holds(n -> written(n, place)));
    boolean result = holds.orElseGet(() -> shown(i, place));
    if (holds.isEmpty()) {
      decided++;
    }
    trail.add(i + " reads " + told + " -> " + result + (holds.isEmpty() ? " (judged)" : ""));
    return result;
  }

  private boolean shown(int i, Place place) {
    PaperEntry entry = entries.get(i);
    FormAnswers here = truth.at(place);
    boolean page =
        here.isPageShown(entry.page().id())
            && (entry.page().party().isEmpty() || here.hasParty(entry.page().party()));
    return entry.field().map(field -> page && here.isShown(field.id())).orElse(page);
  }

  /** What the reader has written as the answer of a question, in this row or around it. */
  private Optional<Object> written(String number, Place place) {
    if (number.startsWith("under ")) {
      return entries.stream()
          .filter(entry -> entry.kind() == Kind.ROWS && title(entry).equals(number.substring(6)))
          .findFirst()
          .map(e -> place.outer(e.around().size()).path(e.page().group().orElseThrow().id()))
          .map(written::get);
    }
    String field = Optional.ofNullable(fields.get(number)).orElseThrow();
    Object value = written.get(place.outer(depth(field)).path(field));
    FieldDefinition definition = form.fields().get(field);
    if (value == null || definition == null || definition.options().isEmpty()) {
      return Optional.ofNullable(value);
    }
    List<String> ticked = new ArrayList<>();
    for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
      ticked.add(form.texts().text("sv", field + ".option." + one));
    }
    return Optional.of(ticked);
  }

  /** As it is read on the page, where spaces run together. */
  private String title(PaperEntry entry) {
    return new Element("p").text(form.texts().text("sv", entry.page().id() + ".title")).text();
  }

  private int depth(String field) {
    return entries.stream()
        .filter(entry -> entry.field().filter(f -> f.id().equals(field)).isPresent())
        .findFirst()
        .orElseThrow()
        .around()
        .size();
  }

  /** Does as told; the place that is meant is found by what the text says alone. */
  private int jump(int from, String told) {
    trail.add(from + " goes: " + told);
    if (told.equals(STOP)) {
      stopped = true;
      return entries.size();
    }
    Matcher matcher = JUMP.matcher(told);
    if (!matcher.matches()) {
      throw new AssertionError("Where to? " + told);
    }
    String where = matcher.group(1);
    if (where.equals("raden")) {
      return next(from, i -> entries.get(i).kind() == Kind.AFTER && begins(i) < from);
    }
    if (where.equals("underskriften")) {
      return entries.size();
    }
    if (where.startsWith("fråga ")) {
      String number = where.substring(6);
      return heading(from, next(from, i -> entries.get(i).number().equals(number)));
    }
    String name = where.substring(1, where.length() - 1);
    return next(
        from,
        i -> {
          Kind kind = entries.get(i).kind();
          boolean box = kind == Kind.TEXT || kind == Kind.PART || kind == Kind.ROWS;
          return (box || flow.isDrawn(i)) && ways.name(i).equals(name);
        });
  }

  /** Who comes from outside to the first question of a part reads the part from its heading. */
  private int heading(int from, int asked) {
    for (int i = from + 1; i < asked; i++) {
      boolean around = entries.get(i).end() > asked;
      boolean first = entries.subList(i, asked).stream().noneMatch(e -> e.kind() == Kind.ASK);
      if (around && first) {
        return i;
      }
    }
    return asked;
  }

  /** Where the group begins whose rows end here. */
  private int begins(int after) {
    int i = after;
    while (entries.get(i).kind() != Kind.ROWS || entries.get(i).end() != after + 1) {
      i--;
    }
    return i;
  }

  private int next(int from, IntPredicate isMeant) {
    for (int i = from + 1; i < entries.size(); i++) {
      if (isMeant.test(i)) {
        return i;
      }
    }
    throw new AssertionError("There is no such place\n" + trail());
  }
}
