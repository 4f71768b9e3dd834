package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The rules about tables of data. */
final class TableRules {
  private static final int MAX_CELLS = 100_000;

  private TableRules() {}

  static Map<String, Function<Dom, List<Hit>>> all() {
    return Map.of(
        "A11Y-TABLE-HEADERS", TableRules::headers,
        "A11Y-TABLE-HEADER-CELLS", TableRules::headerCells,
        "A11Y-TABLE-TH", TableRules::th);
  }

  private static boolean data(Dom dom, Element table) {
    String role = Roles.explicit(table);
    return dom.exposed(table)
        && (role == null || role.equals("table") || role.equals("grid") || role.equals("treegrid"));
  }

  private static List<Hit> headers(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element cell : dom.tags("td", "th")) {
      Element table = cell.closest("table");
      if (!cell.hasAttr("headers") || table == null || !data(dom, table) || !dom.exposed(cell)) {
        continue;
      }
      for (String id : Dom.tokens(cell.attr("headers"))) {
        Element target = dom.byId(id);
        boolean header =
            target != null
                && !cell.equals(target)
                && table.equals(target.closest("table"))
                && isHeader(target);
        if (!header) {
          hits.add(new Hit(cell, "headers pekar inte på en rubrikcell i samma tabell"));
          break;
        }
      }
    }
    return hits;
  }

  private static boolean isHeader(Element cell) {
    String role = Roles.explicit(cell);
    return role == null
        ? cell.normalName().equals("th")
        : role.equals("columnheader") || role.equals("rowheader");
  }

  /**
   * Every header cell has a cell that it heads: beside it, below it or by its headers attribute.
   */
  private static List<Hit> headerCells(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element table : dom.tags("table")) {
      if (!data(dom, table)) {
        continue;
      }
      IdentityHashMap<Element, int[]> place = places(table);
      for (Element cell : place.keySet()) {
        if (dom.exposed(cell) && isHeader(cell) && !heads(dom, cell, place)) {
          hits.add(new Hit(cell, "rubrikcellen har inga celler"));
        }
      }
    }
    return hits;
  }

  private static boolean heads(Dom dom, Element header, IdentityHashMap<Element, int[]> place) {
    int[] own = place.get(header);
    if (own == null) {
      return true;
    }
    String scope = Dom.lower(header.attr("scope"));
    String role = Roles.explicit(header);
    boolean row = scope.startsWith("row") || "rowheader".equals(role);
    boolean column = scope.startsWith("col") || "columnheader".equals(role);
    boolean emptyRow = !row && !column;
    for (Map.Entry<Element, int[]> other : place.entrySet()) {
      Element cell = other.getKey();
      int[] at = other.getValue();
      if (cell.equals(header) || !dom.exposed(cell)) {
        continue;
      }
      if (cell.hasAttr("headers")) {
        if (!header.id().isEmpty() && Dom.tokens(cell.attr("headers")).contains(header.id())) {
          return true;
        }
        continue;
      }
      if (isHeader(cell) && !rowHasData(cell)) {
        continue;
      }
      boolean below = at[0] > own[0] && at[1] <= own[3] && at[3] >= own[1];
      boolean beside = at[1] > own[1] && at[0] <= own[2] && at[2] >= own[0];
      if ((below && (column || emptyRow)) || (beside && (row || emptyRow))) {
        return true;
      }
    }
    return false;
  }

  /** A header that heads a row is itself headed by its column. */
  private static boolean rowHasData(Element cell) {
    Element row = cell.parent();
    return row != null && row.children().stream().anyMatch(c -> c.normalName().equals("td"));
  }

  /** Returns first row, first column, last row and last column of each cell of the table. */
  private static IdentityHashMap<Element, int[]> places(Element table) {
    IdentityHashMap<Element, int[]> place = new IdentityHashMap<>();
    Map<Long, Boolean> taken = new java.util.HashMap<>();
    int y = 0;
    for (Element row : table.getElementsByTag("tr")) {
      if (!table.equals(row.closest("table"))) {
        continue;
      }
      int x = 0;
      for (Element cell : row.children()) {
        if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
          continue;
        }
        while (taken.containsKey(key(y, x))) {
          x++;
        }
        int width = span(cell, "colspan");
        int height = span(cell, "rowspan");
        for (int dy = 0; dy < height; dy++) {
          for (int dx = 0; dx < width && taken.size() < MAX_CELLS; dx++) {
            taken.put(key(y + dy, x + dx), true);
          }
        }
        place.put(cell, new int[] {y, x, y + height - 1, x + width - 1});
        x += width;
      }
      y++;
    }
    return place;
  }

  private static long key(int y, int x) {
    return ((long) y << 32) | x;
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
  }

  private static List<Hit> th(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element table : dom.tags("table")) {
      if (data(dom, table) && first(table) == null && !places(table).isEmpty()) {
        hits.add(new Hit(table, "tabellen saknar rubrikceller"));
      }
    }
    return hits;
  }

  private static @Nullable Element first(Element table) {
    return table.select("th, [role=columnheader], [role=rowheader]").first();
  }
}
