package se.byggsten.forms.party;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/**
 * All that a party sees, questions and answers, put in one order, so that its hash changes with any
 * of it, and not with what is changed in the form otherwise.
 */
final class ApprovedContent {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final Pack.Writer out = new Pack.Writer();

  private final FormDefinition form;

  private ApprovedContent(FormDefinition form) {
    this.form = form;
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  static String digest(FormRun run, FormState state) {
    ApprovedContent content = new ApprovedContent(run.form());
    content.out.text(run.form().id());
    FormAnswers answers = run.answers(state);
    content.pages(run.form().pages().stream().filter(answers::isSeen).toList(), answers);
    return Sealing.hash(content.out.done());
  }

  private void pages(List<PageDefinition> pages, FormAnswers here) {
    for (PageDefinition page : pages) {
      if (here.isPageShown(page.id())) {
        here.fields(page).forEach(field -> field(field, here));
        page.group().ifPresent(group -> rows(group, here));
      }
    }
  }

  private void rows(GroupDefinition group, FormAnswers here) {
    for (Place row : here.rows(group.id())) {
      out.text(row.path(group.id()));
      pages(group.pages(), here.at(row));
    }
  }

  /** The question with its options, in the form's own language. */
  private List<String> texts(FieldDefinition field) {
    SortedMap<String, String> all = form.texts().all().get(form.languages().get(0));
    return all == null
        ? List.of()
        : all.subMap(field.id() + ".", field.id() + "/").entrySet().stream()
            .filter(text -> !text.getKey().contains(".error."))
            .map(Map.Entry::getValue)
            .toList();
  }

  private void field(FieldDefinition field, FormAnswers here) {
    out.text(here.place().path(field.id())).texts(texts(field)).texts(here.raw(field.id()));
    if (!field.isAsked()) {
      // What is calculated is part of what was shown.
      out.text(here.value(field.id()).map(Object::toString).orElse(""));
    }
    for (AttachmentRef file : here.attachments(field.id())) {
      out.text(file.name()).text(file.sha256());
    }
  }
}
