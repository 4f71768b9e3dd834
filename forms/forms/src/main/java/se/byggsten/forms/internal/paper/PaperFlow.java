package se.byggsten.forms.internal.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.internal.paper.Known.Verdict;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.spi.PaperShape;

/**
 * Where somebody who fills in a form on paper goes after each answer.
 *
 * <p>Goes through the sequence with all that can be known of the choices made so far. Where an
 * answer settles that the following questions are not to be answered, it says where to go instead;
 * a question that somebody can come to without it being settled gets its condition in words. From
 * the last question of a row one comes to the end of the rows, whichever row it was, and what is
 * told there holds for all who come.
 */
public final class PaperFlow {
  /** Leads to no question: the person is not to go on. */
  public static final int STOP = -1;

  private final List<PaperEntry> entries;
  private final Known nothing;

  /** The reasons not to go on that stand in their place too, for those whom no answer stops. */
  private final Set<Integer> drawn = new HashSet<>();

  private final Set<Integer> named = new HashSet<>();
  private final Map<List<String>, Set<String>> inner = new HashMap<>();
  private final List<List<Arrival>> arrivals = new ArrayList<>();
  private final Set<Integer> told = new HashSet<>();
  private final Map<Integer, Integer> after = new HashMap<>();
  private final Map<Integer, Integer> otherwise = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> ticks = new HashMap<>();

  private record Arrival(Known known, Verdict verdict) {}

  private PaperFlow(List<PaperEntry> entries) {
    this.entries = entries;
    Map<String, Set<String>> domains = new HashMap<>();
    for (PaperEntry entry : entries) {
      entry.field().ifPresent(field -> choice(field).ifPresent(d -> domains.put(field.id(), d)));
    }
    nothing = new Known(domains);
    // A reason that is found to stand in its place is read by more than those who led to it.
    int before;
    do {
      before = drawn.size();
      go();
    } while (drawn.size() > before);
    name();
  }

  private void go() {
    arrivals.clear();
    entries.forEach(entry -> arrivals.add(new ArrayList<>()));
    told.clear();
    after.clear();
    otherwise.clear();
    ticks.clear();
    walk(0, nothing);
    for (int i = 0; i < entries.size(); i++) {
      leave(i);
    }
  }

  /**
   * Returns where to go in a sequence.
   *
   * @param sequence the sequence
   * @return the flow
   */
  public static PaperFlow of(PaperSequence sequence) {
    return new PaperFlow(
        sequence.entries().stream()
            .map(e -> e.when(sequence.inlined(e.condition(), ConditionWords.ANYWHERE)))
            .toList());
  }

  private static Optional<Set<String>> choice(FieldDefinition field) {
    PaperShape shape = field.type().paper(field.settings());
    if (shape instanceof PaperShape.YesNo) {
      return Optional.of(new LinkedHashSet<>(List.of("true", "false")));
    }
    return shape instanceof PaperShape.Ticks ticks && !ticks.many()
        ? Optional.of(
            new LinkedHashSet<>(field.options().stream().map(OptionDefinition::value).toList()))
        : Optional.empty();
  }

  private void leave(int i) {
    PaperEntry entry = entries.get(i);
    if (entry.kind() == Kind.EXIT && !drawn.contains(i)) {
      return;
    }
    Known in = null;
    Known past = null;
    for (Arrival arrival : arrivals.get(i)) {
      in = join(in, arrival.known().given(entry.condition()));
      if (arrival.verdict() != Verdict.TRUE) {
        past = join(past, arrival.known().given(PaperSequence.not(entry.condition())));
      }
    }
    if (in == null) {
      in = nothing;
      past = nothing;
    }
    if (past != null) {
      told.add(i);
      go(otherwise, i, entry.end(), walk(entry.end(), unanswered(past, i, entry.end())));
    }
    FieldDefinition field = entry.field().orElse(null);
    if (entry.kind() == Kind.EXIT) {
      told.add(i);
      return;
    }
    if (entry.kind() == Kind.ROWS) {
      // There may be no rows at all.
      arrive(entry.end() - 1, in);
      int first = walk(i + 1, in);
      boolean empty = first == entry.end() - 1;
      go(after, i, i + 1, empty ? walk(entry.end(), unanswered(in, i, entry.end())) : first);
      return;
    }
    if (entry.kind() == Kind.ASK && field != null && nothing.isChoice(field.id())) {
      choose(i, field, in);
    } else {
      go(after, i, i + 1, walk(i + 1, in));
    }
  }

  private void choose(int i, FieldDefinition field, Known in) {
    Map<String, Integer> goes = new HashMap<>();
    for (String value : choice(field).orElse(Set.of())) {
      go(goes, value, i + 1, walk(i + 1, in.with(field.id(), value)));
    }
    if (!field.required()) {
      arrive(i + 1, in.with(field.id(), ""));
    }
    ticks.put(i, goes);
  }

  private <K> void go(Map<K, Integer> goes, K from, int next, int to) {
    if (to != reading(next)) {
      goes.put(from, to);
    }
  }

  /** What one reads next; most reasons not to go on stand on the first page alone. */
  private int reading(int from) {
    int i = from;
    while (i < entries.size() && entries.get(i).kind() == Kind.EXIT && !drawn.contains(i)) {
      i++;
    }
    return i;
  }

  private static Known join(@Nullable Known one, Known other) {
    return one == null ? other : one.or(other);
  }

  /** Finds the first step that may be meant for whom knows this, and lets them arrive there. */
  private int walk(int from, Known start) {
    Known known = start;
    int i = from;
    while (i < entries.size()) {
      PaperEntry entry = entries.get(i);
      known = outside(known, entry);
      Verdict verdict = known.judge(entry.condition());
      if (entry.kind() == Kind.EXIT) {
        if (verdict == Verdict.TRUE) {
          return STOP;
        }
        if (verdict == Verdict.UNKNOWN) {
          drawn.add(i);
          arrivals.get(i).add(new Arrival(known, verdict));
          return i;
        }
        i++;
      } else if (verdict == Verdict.FALSE) {
        known = unanswered(known, i, entry.end());
        i = entry.end();
      } else {
        arrivals.get(i).add(new Arrival(known, verdict));
        return i;
      }
    }
    return i;
  }

  /** Nobody is told to go elsewhere, so the next step is read whatever its condition. */
  private void arrive(int from, Known known) {
    for (int i = from; i < entries.size(); i++) {
      PaperEntry entry = entries.get(i);
      Known here = outside(known, entry);
      Verdict verdict = here.judge(entry.condition());
      if (entry.kind() == Kind.EXIT && verdict != Verdict.FALSE) {
        drawn.add(i);
      }
      if (entry.kind() != Kind.EXIT || drawn.contains(i)) {
        arrivals.get(i).add(new Arrival(here, verdict));
        return;
      }
    }
  }

  private Known unanswered(Known known, int from, int end) {
    Known left = known;
    for (PaperEntry entry : entries.subList(from, end)) {
      String id = entry.field().map(FieldDefinition::id).orElse("");
      if (nothing.isChoice(id)) {
        left = left.with(id, "");
      }
    }
    return left;
  }

  /** Outside a group there is no one answer to the questions of its rows. */
  private Known outside(Known known, PaperEntry entry) {
    Set<String> hidden =
        inner.computeIfAbsent(
            entry.around(),
            around -> {
              Set<String> found = new HashSet<>();
              for (PaperEntry other : entries) {
                if (!around.containsAll(other.around())) {
                  other.field().ifPresent(field -> found.add(field.id()));
                }
              }
              return found;
            });
    return hidden.isEmpty() ? known : known.forget(hidden);
  }

  /**
   * Tells whether the condition of a step is to be put in words.
   *
   * @param index the index of the step
   * @return false when everyone who comes to it is to answer it
   */
  public boolean isTold(int index) {
    return told.contains(index);
  }

  /**
   * Returns where to go after a step, whatever was answered.
   *
   * @param index the index of the step
   * @return the index of another step, the number of steps for the end, or {@link #STOP}; empty for
   *     the next
   */
  public Optional<Integer> after(int index) {
    return Optional.ofNullable(after.get(index));
  }

  /**
   * Returns where whoever is not to answer a step goes instead.
   *
   * @param index the index of the step
   * @return as {@link #after(int)}
   */
  public Optional<Integer> otherwise(int index) {
    return Optional.ofNullable(otherwise.get(index));
  }

  /**
   * Returns what one reads next who is not to fill in a part and is not told to go further.
   *
   * @param index the index of the part
   * @return the index of what stands after it, or the number of steps for the end
   */
  public int past(int index) {
    return reading(entries.get(index).end());
  }

  /**
   * Returns where to go after an option.
   *
   * @param index the index of the question
   * @param value the value of the option, {@code true} or {@code false} for yes and no
   * @return as {@link #after(int)}
   */
  public Optional<Integer> after(int index, String value) {
    return Optional.ofNullable(ticks.getOrDefault(index, Map.of()).get(value));
  }

  /**
   * Tells whether a reason not to go on stands in its place, beside on the first page.
   *
   * @param index the index of the step
   * @return false when all whom it stops are stopped by an answer
   */
  public boolean isDrawn(int index) {
    return drawn.contains(index);
  }

  /**
   * Returns the question that one who goes from one step to another is told to go to.
   *
   * <p>Who is told to go to a question and comes from outside the part that it is the first of,
   * begins at the heading of that part.
   *
   * @param from the index of the step
   * @param to the index of the other
   * @return the index of the question; empty when no number leads there, and it is to be named
   */
  public Optional<Integer> question(int from, int to) {
    return firstAsked(Math.max(to, 0), entries.size()).filter(asked -> landing(from, asked) == to);
  }

  /**
   * Tells whether somebody is sent to a step that no number leads to.
   *
   * @param index the index of the step
   * @return true when it is to have a name
   */
  public boolean isNamed(int index) {
    return named.contains(index);
  }

  /**
   * Tells whether an option of a question leads elsewhere than to what follows.
   *
   * @param index the index of the question
   * @return true when one does
   */
  public boolean leads(int index) {
    return !ticks.getOrDefault(index, Map.of()).isEmpty();
  }

  private void name() {
    after.forEach(this::name);
    otherwise.forEach(this::name);
    ticks.forEach((from, goes) -> goes.values().forEach(to -> name(from, to)));
  }

  private void name(int from, int to) {
    if (to >= 0 && to < entries.size() && question(from, to).isEmpty()) {
      named.add(to);
    }
  }

  private int landing(int from, int asked) {
    int landing = asked;
    for (int i = asked - 1; i > from; i--) {
      boolean around = entries.get(i).end() > asked;
      if (around && firstAsked(i, entries.size()).filter(first -> first == asked).isPresent()) {
        landing = i;
      }
    }
    return landing;
  }

  private Optional<Integer> firstAsked(int from, int to) {
    for (int i = from; i < to; i++) {
      if (entries.get(i).kind() == Kind.ASK) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
