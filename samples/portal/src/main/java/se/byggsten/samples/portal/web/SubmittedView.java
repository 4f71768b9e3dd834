package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.MailText;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.web.Html;

/** Shows the stored answers by the definition that they were given to. */
final class SubmittedView implements AnswerView {
  private final PortalServices services;
  private final List<FormRun> runs;

  SubmittedView(PortalServices services, List<FormRun> runs) {
    this.services = services;
    this.runs = List.copyOf(runs);
  }

  /** The form of a case; empty when the case was sent with an older version. */
  Optional<FormRun> run(Case one) {
    return runs.stream().filter(run -> run.reference().equals(one.form())).findFirst();
  }

  private List<StoredDocument> stored(Case one) {
    return services.queries().documents(one.id()).stream()
        .filter(d -> d.role() == DocumentRole.ANSWERS)
        .toList();
  }

  /** The answers as they came in, and as each supplement changed them; oldest first. */
  private List<FormState> versions(Case one, FormRun run) {
    return stored(one).stream()
        .flatMap(d -> services.queries().content(one.id(), d.id()).stream())
        .map(json -> SubmittedAnswers.read(run.form(), json))
        .toList();
  }

  /** The bytes of a file that came with a case. */
  static byte[] bytes(PortalServices services, CaseId id, AttachmentRef file) {
    return services.queries().documents(id).stream()
        .filter(document -> document.sha256().equals(file.sha256()))
        .map(StoredDocument::id)
        .findFirst()
        .flatMap(document -> services.queries().content(id, document))
        .orElseThrow(
            () ->
                new FormException(
                    FormException.ATTACHMENT_GONE, "Ask the citizen to upload the file again"));
  }

  /** The answers as they stand now. */
  Optional<FormState> latest(Case one) {
    return run(one).flatMap(run -> versions(one, run).stream().reduce((first, last) -> last));
  }

  @Override
  public Html of(Case one, Actor reader, Locale locale) {
    Optional<FormRun> run = run(one);
    if (run.isEmpty()) {
      // Answered by an older version: the document of the application holds all of it.
      return Markup.p(PortalTexts.in(locale).about(one.form().id(), "handler.older"));
    }
    FormRenderer renderer = FormRenderer.of(run.get());
    List<FormState> versions = versions(one, run.get());
    if (versions.size() < 2) {
      return versions.isEmpty() ? Html.EMPTY : renderer.handler(versions.get(0), locale);
    }
    return Markup.note(PortalTexts.in(locale).get("handler.changed"))
        .and(
            renderer.handler(
                versions.get(versions.size() - 1), versions.get(lastSeen(one, reader)), locale));
  }

  /**
   * The newest of the answers, but the last, that this official read before the next came; the
   * first when the journal knows of no such reading. To load the page again changes nothing.
   */
  private int lastSeen(Case one, Actor reader) {
    List<Instant> read =
        services.queries().journal(one.id()).entries().stream()
            .filter(e -> e.kind() == JournalKind.READ && e.actor().id().equals(reader.id()))
            .map(JournalEntry::at)
            .toList();
    List<StoredDocument> stored = stored(one);
    for (int version = stored.size() - 2; version > 0; version--) {
      Instant from = stored.get(version).addedAt();
      Instant until = stored.get(version + 1).addedAt();
      if (read.stream().anyMatch(at -> !at.isBefore(from) && at.isBefore(until))) {
        return version;
      }
    }
    return 0;
  }

  /** What the citizen is told of what they sent; empty for an older version. */
  Optional<Html> receipt(Case one, ReceiptView view) {
    return run(one)
        .flatMap(
            run ->
                versions(one, run).stream()
                    .findFirst()
                    .map(sent -> FormRenderer.of(run).receipt(sent, view)));
  }

  /** The same as an e-mail, without answers and name; empty for an older version. */
  Optional<MailText> mail(Case one, ReceiptView view) {
    return run(one)
        .flatMap(
            run ->
                versions(one, run).stream()
                    .findFirst()
                    .map(sent -> FormRenderer.of(run).mail(sent, view)));
  }

  /** Where the sender wants mail, by the first question of the form that asks for an address. */
  Optional<String> mailAddress(Case one) {
    return run(one)
        .flatMap(
            run ->
                versions(one, run).stream()
                    .findFirst()
                    .flatMap(
                        sent ->
                            run.form().pages().stream()
                                .flatMap(page -> page.fields().stream())
                                .filter(field -> field.type().name().equals("email"))
                                .flatMap(field -> run.answers(sent).value(field.id()).stream())
                                .map(Object::toString)
                                .findFirst()));
  }
}
