package se.byggsten.forms.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.run.FormState;

/**
 * What the latest changes of a draft replaced, so that a window that was drawn earlier can be
 * compared with what it showed.
 *
 * @param changes in order of their version
 */
record History(List<Change> changes) {
  private static final int MOST_CHANGES = 50;
  private static final int MOST_CHARACTERS = 200_000;
  private static final String FILES = "files:";
  private static final String ROWS = "rows:";

  static final History EMPTY = new History(List.of());

  /**
   * What stood before.
   *
   * @param version the version that the change led to
   * @param before what stood in each answer that changed; a list without texts for nothing
   */
  record Change(long version, Map<String, List<String>> before) {
    int characters() {
      return before.entrySet().stream()
          .mapToInt(
              e ->
                  40
                      + e.getKey().length()
                      + e.getValue().stream().mapToInt(text -> 20 + text.length()).sum())
          .sum();
    }

    @Override
    public String toString() {
      return "Change[" + version + ", " + before.keySet() + "]";
    }
  }

  /** The history after one more change; the oldest changes are forgotten. */
  History with(long version, FormState before, FormState after) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(version, replaced(before, after)));
    int characters = 0;
    int from = more.size();
    while (from > 0 && more.size() - from < MOST_CHANGES) {
      characters += more.get(from - 1).characters();
      if (characters > MOST_CHARACTERS) {
        break;
      }
      from--;
    }
    return new History(List.copyOf(more.subList(from, more.size())));
  }

  /** Whether every change after a version is known. */
  boolean reaches(long base, long present) {
    return base == present
        || (base < present && !changes.isEmpty() && changes.get(0).version() <= base + 1);
  }

  /** What changed after a version, each with what stood there at that version. */
  Map<String, List<String>> since(long base) {
    Map<String, List<String>> then = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.version() > base) {
        change.before().forEach(then::putIfAbsent);
      }
    }
    return then;
  }

  static Map<String, List<String>> replaced(FormState before, FormState after) {
    Map<String, List<String>> replaced = new LinkedHashMap<>();
    Set<String> answers = new LinkedHashSet<>(before.answers().keySet());
    answers.addAll(after.answers().keySet());
    for (String key : answers) {
      List<String> old = raw(before, key);
      if (!old.equals(raw(after, key))) {
        replaced.put(key, old);
      }
    }
    Set<String> files = new LinkedHashSet<>(before.attachments().keySet());
    files.addAll(after.attachments().keySet());
    for (String key : files) {
      List<String> old = ids(before.attachments().get(key));
      if (!old.equals(ids(after.attachments().get(key)))) {
        replaced.put(FILES + key, old);
      }
    }
    Set<String> groups = new LinkedHashSet<>(before.groups());
    groups.addAll(after.groups());
    for (String group : groups) {
      List<Integer> old = before.rows(group);
      if (!old.equals(after.rows(group))) {
        replaced.put(ROWS + group, old.stream().map(number -> "" + number).toList());
      }
    }
    return replaced;
  }

  /** Whether something else than an answer changed: which files, or which rows there are. */
  static boolean isNoAnswer(String key) {
    return key.startsWith(FILES) || key.startsWith(ROWS);
  }

  /** The rows that there were, by the path of their group. */
  static Map<String, List<Integer>> rows(Map<String, List<String>> before) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    before.forEach(
        (key, numbers) -> {
          if (key.startsWith(ROWS)) {
            rows.put(key.substring(ROWS.length()), numbers.stream().map(Integer::valueOf).toList());
          }
        });
    return rows;
  }

  /** As written; nothing when it was never answered or was emptied. */
  static List<String> raw(FormState state, String key) {
    var answer = state.answers().get(key);
    return answer == null ? List.of() : answer.raw();
  }

  private static List<String> ids(@Nullable List<AttachmentRef> files) {
    return files == null ? List.of() : files.stream().map(AttachmentRef::id).toList();
  }

  void write(Pack.Writer out) {
    out.number(changes.size());
    for (Change change : changes) {
      out.number(change.version()).number(change.before().size());
      change.before().forEach((key, texts) -> out.text(key).texts(texts));
    }
  }

  static History read(Pack in) {
    int count = in.count(Long.BYTES * 2);
    List<Change> changes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long version = in.number();
      int answers = in.count(Integer.BYTES + Long.BYTES);
      Map<String, List<String>> before = new LinkedHashMap<>();
      for (int j = 0; j < answers; j++) {
        before.put(in.text(), in.texts());
      }
      changes.add(new Change(version, before));
    }
    return new History(changes);
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "History[" + changes.size() + " changes]";
  }
}
