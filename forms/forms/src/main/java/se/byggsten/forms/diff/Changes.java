package se.byggsten.forms.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.byggsten.core.ErrorCode;

/** Gathers changes. */
final class Changes {
  private static final int LONGEST = 300;

  private final List<FormChange> found = new ArrayList<>();

  void add(String where, String kind, Impact impact, Object before, Object after) {
    found.add(
        new FormChange(
            where,
            ErrorCode.of(FormChange.PREFIX + kind.toUpperCase(Locale.ROOT)),
            impact,
            shortened(before),
            shortened(after)));
  }

  /** Adds a change when the two differ. */
  void compare(String where, String kind, Impact impact, Object before, Object after) {
    if (!before.equals(after)) {
      add(where, kind, impact, before, after);
    }
  }

  List<FormChange> all() {
    return List.copyOf(found);
  }

  private static String shortened(Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  /** What both have and stands in another order: as few as make the rest keep theirs. */
  static Set<String> moved(List<String> before, List<String> after) {
    List<String> left = before.stream().filter(after::contains).toList();
    List<String> right = after.stream().filter(before::contains).toList();
    int[][] longest = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        longest[i][j] =
            left.get(i).equals(right.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    Set<String> moved = new HashSet<>(right);
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (left.get(i).equals(right.get(j))) {
        moved.remove(left.get(i));
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return moved;
  }
}
