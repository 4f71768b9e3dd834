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
 * <p>Goes through the sequence once with all that can be known of the choices made so far. Where an
 * answer settles that the following questions are not to be answered, it says where to go instead;
 * a question that somebody can come to without it being settled gets its condition in words.
 */
public final class PaperFlow {
  /** Leads to no question: the person is not to go on. */
  public static final int STOP = -1;

  private final List<PaperEntry> entries;
  private final Known nothing;
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
      arrivals.add(new ArrayList<>());
    }
    nothing = new Known(domains);
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
    return new PaperFlow(sequence.entries());
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
    if (entry.kind() == Kind.EXIT) {
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

  /** What one reads next; a reason not to go on stands on the first page. */
  private int reading(int from) {
    int i = from;
    while (i < entries.size() && entries.get(i).kind() == Kind.EXIT) {
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
        known = known.given(PaperSequence.not(entry.condition()));
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
    int i = reading(from);
    if (i < entries.size()) {
      Known here = outside(known, entries.get(i));
      arrivals.get(i).add(new Arrival(here, here.judge(entries.get(i).condition())));
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
    Set<String> inner = new HashSet<>();
    for (PaperEntry other : entries) {
      if (!entry.around().containsAll(other.around())) {
        other.field().ifPresent(field -> inner.add(field.id()));
      }
    }
    return inner.isEmpty() ? known : known.forget(inner);
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
   * Returns where to go after an option.
   *
   * @param index the index of the question
   * @param value the value of the option, {@code true} or {@code false} for yes and no
   * @return as {@link #after(int)}
   */
  public Optional<Integer> after(int index, String value) {
    return Optional.ofNullable(ticks.getOrDefault(index, Map.of()).get(value));
  }
}
