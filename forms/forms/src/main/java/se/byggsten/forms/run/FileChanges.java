package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.spi.Trait;

/** What a post does to the files of its page. */
final class FileChanges {
  private final Map<String, List<AttachmentRef>> kept = new LinkedHashMap<>();
  private final List<AttachmentContent> added = new ArrayList<>();
  private final List<AttachmentRef> removed = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> changed = new LinkedHashSet<>();

  FileChanges(
      AttachmentInspector inspector, PageDefinition page, FormAnswers before, PostedFields posted) {
    Optional<String> remove = posted.control(PostedFields.REMOVE);
    for (FieldDefinition field : page.fields()) {
      if (field.has(Trait.FILES)) {
        List<AttachmentRef> list = new ArrayList<>(before.attachments(field.id()));
        list.stream()
            .filter(file -> remove.filter(file.id()::equals).isPresent())
            .findFirst()
            .ifPresent(
                file -> {
                  removed.add(file);
                  list.remove(file);
                });
        AttachmentInspector.Inspected inspected =
            inspector.inspect(
                field,
                posted.files().stream().filter(f -> f.field().equals(field.id())).toList(),
                list);
        inspected.accepted().forEach(file -> list.add(file.ref()));
        added.addAll(inspected.accepted());
        inspected.violations().stream()
            .map(v -> new Violation(v.field(), before.place(), v.constraint(), v.parameters()))
            .forEach(violations::add);
        if (!list.equals(before.attachments(field.id()))) {
          kept.put(before.place().path(field.id()), List.copyOf(list));
          changed.add(field.id());
        }
      }
    }
  }

  Map<String, List<AttachmentRef>> kept() {
    return kept;
  }

  Set<String> changed() {
    return changed;
  }

  List<Violation> violations() {
    return violations;
  }

  StepResult result(
      FormState state, Optional<String> page, List<Violation> broken, Set<String> revealed) {
    return new StepResult(state, page, broken, revealed, added, removed);
  }
}
