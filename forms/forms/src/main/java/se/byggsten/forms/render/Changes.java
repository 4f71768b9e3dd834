package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.Place;
import se.byggsten.forms.spi.Trait;

/** What has been changed between two states of the same form, answer by answer. */
final class Changes {
  /** What has happened to an answer. */
  enum Kind {
    SAME,
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * An answer that was there and is not any more.
   *
   * @param title the page, and the row
   * @param label the question
   * @param shown what was answered
   */
  record Gone(String title, String label, List<String> shown) {}

  private final Map<String, FieldNode> before = new LinkedHashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, FieldNode> now = new HashMap<>();
  private final Map<Place, String> oldRows = new LinkedHashMap<>();
  private final Map<Place, String> newRows = new HashMap<>();

  Changes(List<PageNode> before, List<PageNode> now) {
    before.forEach(page -> gather(page, "", this.before, oldRows, titles));
    now.forEach(page -> gather(page, "", this.now, newRows, new HashMap<>()));
  }

  private static void gather(
      PageNode page,
      String row,
      Map<String, FieldNode> fields,
      Map<Place, String> rows,
      Map<String, String> titles) {
    for (FieldNode field : page.fields()) {
      if (!field.field().has(Trait.CONTENT)) {
        fields.put(field.path(), field);
        titles.put(field.path(), row.isEmpty() ? page.title() : row + ": " + page.title());
      }
    }
    for (RowNode inner : page.rows()) {
      String name = row.isEmpty() ? inner.title() : row + ", " + inner.title();
      rows.put(inner.place(), name);
      inner.pages().forEach(p -> gather(p, name, fields, rows, titles));
    }
  }

  Kind of(FieldNode field) {
    FieldNode old = before.get(field.path());
    boolean has = !field.shown().isEmpty();
    if (old == null || old.shown().isEmpty()) {
      return has ? Kind.ADDED : Kind.SAME;
    }
    return !has ? Kind.REMOVED : content(old).equals(content(field)) ? Kind.SAME : Kind.CHANGED;
  }

  /** Two files of one name and size need not be the same file. */
  private static List<String> content(FieldNode field) {
    List<String> content = new ArrayList<>(field.shown());
    field.files().stream().map(AttachmentRef::sha256).forEach(content::add);
    return content;
  }

  /** What the answer was. */
  List<String> earlier(FieldNode field) {
    return Optional.ofNullable(before.get(field.path())).map(FieldNode::shown).orElse(List.of());
  }

  boolean isNewRow(RowNode row) {
    return !oldRows.containsKey(row.place());
  }

  /** The answers whose question is not shown any more, of removed rows too. */
  List<Gone> gone() {
    List<Gone> gone = new ArrayList<>();
    before.forEach(
        (path, field) -> {
          if (!now.containsKey(path) && !field.shown().isEmpty()) {
            gone.add(new Gone(titles.getOrDefault(path, ""), field.label(), field.shown()));
          }
        });
    return gone;
  }

  /** How many answers are not as they were. */
  long count() {
    return now.values().stream().filter(field -> of(field) != Kind.SAME).count() + gone().size();
  }
}
