package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormStructure;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.Place;

/** Adds rows to groups and takes them away with all that stands in them. */
final class Rows {
  private final FormStructure structure;

  Rows(FormStructure structure) {
    this.structure = structure;
  }

  Place add(FormState.Draft draft, GroupDefinition group, Place around) {
    String path = around.path(group.id());
    RowNumbers numbers = draft.rows().getOrDefault(path, RowNumbers.NONE);
    draft.rows().put(path, numbers.added());
    return around.row(numbers.next());
  }

  /** Returns the files that stood in the row. */
  List<AttachmentRef> remove(FormState.Draft draft, GroupDefinition group, Place row) {
    Place around = row.outer(row.depth() - 1);
    String path = around.path(group.id());
    RowNumbers numbers = draft.rows().getOrDefault(path, RowNumbers.NONE);
    draft.rows().put(path, numbers.without(row.last().orElse(0)));
    List<AttachmentRef> files = new ArrayList<>();
    draft
        .attachments()
        .forEach(
            (field, list) -> {
              if (isIn(field, group, row)) {
                files.addAll(list);
              }
            });
    draft.attachments().keySet().removeIf(field -> isIn(field, group, row));
    draft.answers().keySet().removeIf(field -> isIn(field, group, row));
    draft.rows().keySet().removeIf(inner -> isIn(inner, group, row));
    draft.posted().removeIf(page -> isIn(page, group, row));
    draft.deferred().removeIf(page -> isIn(page, group, row));
    // The rows after it have other numbers now, which any page in them may read.
    draft.settled().keySet().removeIf(page -> isIn(page, group));
    return files;
  }

  private boolean isIn(String path, GroupDefinition group) {
    return structure.around(Place.name(path)).contains(group.id());
  }

  private boolean isIn(String path, GroupDefinition group, Place row) {
    List<String> groups = structure.around(Place.name(path));
    return groups.size() >= row.depth()
        && groups.get(row.depth() - 1).equals(group.id())
        && Place.of(path).filter(p -> p.outer(row.depth()).equals(row)).isPresent();
  }
}
