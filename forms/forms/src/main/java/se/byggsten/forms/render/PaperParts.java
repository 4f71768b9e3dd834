package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.web.Html;
import se.byggsten.web.paper.Paper;

/** What stands on paper one after the other; a heading stays with what comes after it. */
final class PaperParts {
  private final Paper paper;
  private final List<Html> parts = new ArrayList<>();
  private final List<Html> heads = new ArrayList<>();

  PaperParts(Paper paper) {
    this.paper = paper;
  }

  Paper paper() {
    return paper;
  }

  /** Adds what must not be the last on a page. */
  void head(Html head) {
    heads.add(head);
  }

  void add(Html part) {
    if (heads.isEmpty()) {
      parts.add(part);
    } else {
      heads.add(part);
      parts.add(paper.keep(heads));
      heads.clear();
    }
  }

  /** Returns all that was added and begins anew. */
  Html taken() {
    parts.addAll(heads);
    Html all = Html.concat(parts);
    parts.clear();
    heads.clear();
    return all;
  }
}
