package se.byggsten.forms.party;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/** All that a party sees, put in one order, so that its hash changes with any of it. */
final class ApprovedContent {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final Pack.Writer out = new Pack.Writer();

  private ApprovedContent() {}

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  static String digest(FormRun run, FormState state) {
    ApprovedContent content = new ApprovedContent();
    content.out.text(run.form().sha256());
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

  private void field(FieldDefinition field, FormAnswers here) {
    out.text(here.place().path(field.id())).texts(here.raw(field.id()));
    if (!field.isAsked()) {
      // What is calculated is part of what was shown.
      out.text(here.value(field.id()).map(Object::toString).orElse(""));
    }
    for (AttachmentRef file : here.attachments(field.id())) {
      out.text(file.name()).text(file.sha256());
    }
  }
}
