package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseMessage;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.spi.DocumentRelease;
import se.byggsten.upload.ScanHook;
import se.byggsten.web.Html;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Tag;
import se.byggsten.web.component.Timeline;

/** The parts of a case that citizen and case handler both see. */
final class CaseParts {
  private final PortalServices services;

  CaseParts(PortalServices services) {
    this.services = services;
  }

  static Optional<CaseId> idOf(String text) {
    return uuidOf(text).map(CaseId::new);
  }

  static Optional<UUID> uuidOf(String text) {
    try {
      UUID id = UUID.fromString(text);
      return Optional.of(id).filter(u -> u.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String number(Case one) {
    return one.diarienummer().map(Diarienummer::text).orElse(one.id().toString());
  }

  /** Who sent it: of somebody who has not logged in the name that they stated, if any. */
  static String sender(Case one, PortalTexts t) {
    if (one.applicant().isPresent()) {
      return one.applicantName();
    }
    return one.applicantName().isEmpty()
        ? t.get("handler.anonymous")
        : t.get("handler.stated", one.applicantName());
  }

  Html status(Case one, PortalTexts t) {
    return Tag.of(
            t.get("status." + one.status()),
            switch (one.status()) {
              case RECEIVED -> Tag.Colour.BLUE;
              case IN_PROGRESS -> Tag.Colour.BLUE;
              case AWAITING_SUPPLEMENT -> Tag.Colour.YELLOW;
              case DECIDED -> Tag.Colour.GREEN;
              case CLOSED -> Tag.Colour.GREY;
            })
        .toHtml();
  }

  Html facts(Case one, PortalTexts t) {
    return SummaryList.of(
            List.of(
                SummaryList.Row.of(t.get("cases.number"), Html.text(number(one))),
                SummaryList.Row.of(t.get("cases.status"), status(one, t)),
                SummaryList.Row.of(
                    t.get("receipt.received"), Html.text(t.moment(one.receivedAt()))),
                SummaryList.Row.of(t.get("receipt.authority"), Html.text(one.authority().name()))))
        .toHtml();
  }

  Html timeline(Case one, PortalTexts t) {
    List<Timeline.Event> events = new ArrayList<>();
    for (JournalEntry entry : services.queries().journal(one.id()).entries()) {
      if (entry.kind() != JournalKind.READ && entry.kind() != JournalKind.DOCUMENT_ADDED) {
        events.add(
            new Timeline.Event(
                t.about(one.form().id(), "journal." + entry.kind()),
                t.moment(entry.at()),
                entry.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                Html.EMPTY,
                Timeline.State.DONE));
      }
    }
    if (one.status() != CaseStatus.CLOSED) {
      events.add(
          new Timeline.Event(
              t.about(one.form().id(), "timeline." + one.status()),
              "",
              null,
              Html.EMPTY,
              Timeline.State.CURRENT));
    }
    return new Timeline(events, t.locale()).toHtml();
  }

  /** What others have done since this official last read the case, by its journal. */
  Html news(Case one, Actor reader, PortalTexts t) {
    List<JournalEntry> entries = services.queries().journal(one.id()).entries();
    long read =
        entries.stream()
            .filter(e -> e.kind() == JournalKind.READ && e.actor().id().equals(reader.id()))
            .mapToLong(JournalEntry::sequence)
            .max()
            .orElse(Long.MAX_VALUE);
    List<String> lines =
        entries.stream()
            .filter(e -> e.sequence() > read && e.kind() != JournalKind.READ)
            .filter(e -> !e.actor().id().equals(reader.id()))
            .filter(e -> e.kind() != JournalKind.DOCUMENT_ADDED)
            .map(e -> t.about(one.form().id(), "journal." + e.kind()) + ", " + t.moment(e.at()))
            .toList();
    return lines.isEmpty()
        ? Html.EMPTY
        : Markup.h2(t.get("handler.news")).and(Markup.bullets(lines));
  }

  Html documents(Case one, PortalTexts t, String path) {
    return documentList(one, services.queries().documents(one.id()), t, path);
  }

  Html documentList(Case one, List<StoredDocument> documents, PortalTexts t, String path) {
    List<Html> items = new ArrayList<>();
    boolean hasPdf = documents.stream().anyMatch(d -> d.role() == DocumentRole.APPLICATION_PDF);
    for (StoredDocument document : documents) {
      boolean replaced = document.role() == DocumentRole.APPLICATION && hasPdf;
      boolean staff = path.startsWith("/handlaggare/");
      // What another fills in of their own is for staff, as it is before an application is sent.
      boolean shown = staff || SentWith.part(document).isEmpty();
      if (document.role() != DocumentRole.ANSWERS && !replaced && shown) {
        String name = name(one, document, t);
        Html size = Html.text(" (" + size(document, t) + ")");
        DocumentRelease.State state = services.release().known(one.id(), document);
        items.add(
            switch (state) {
              case WITHHELD -> Html.text(name + ": " + t.get("document.withheld"));
              case WAITING ->
                  Link.of(name, path + document.id())
                      .toHtml()
                      .and(size)
                      .and(Html.text(staff ? " " + t.get("document.waiting") : ""));
              case FREE -> Link.of(name, path + document.id()).toHtml().and(size);
            });
      }
    }
    return Markup.list("ul", "govuk-list", items);
  }

  /** What a document is; one that a citizen named has that name too. */
  private static String name(Case one, StoredDocument document, PortalTexts t) {
    String kind = t.about(one.form().id(), "document." + document.role());
    if (document.role() == DocumentRole.SUPPLEMENT) {
      boolean changed = document.name().equals(Sending.CHANGED);
      String what = changed ? t.get("document.changed") : document.name();
      String part = SentWith.part(document).isPresent() ? t.get("document.part") : what;
      return kind + ": " + (SentWith.late(document).isPresent() ? t.get("document.late") : part);
    }
    return document.role() == DocumentRole.ATTACHMENT ? kind + ": " + document.name() : kind;
  }

  /** What staff must know of the files where there is no scanner, as in a demo. */
  Html notScanned(Case one, PortalTexts t) {
    boolean files = services.queries().documents(one.id()).stream().anyMatch(ScanHook::isUpload);
    return files && !services.scansFiles() ? Markup.note(t.get("document.unscanned")) : Html.EMPTY;
  }

  private static String size(StoredDocument document, PortalTexts t) {
    String type =
        switch (document.mediaType().replaceFirst(";.*", "")) {
          case "application/pdf" -> "PDF";
          case "image/jpeg" -> "JPEG";
          case "image/png" -> "PNG";
          case "text/plain" -> t.get("document.text");
          default -> t.get("document.page");
        };
    return type + ", " + t.get("document.size", Math.max(1, document.size() / 1000));
  }

  Html messages(Case one, PortalTexts t) {
    List<CaseMessage> messages = services.queries().messages(one.id());
    if (messages.isEmpty()) {
      return Markup.p(t.get("message.none"));
    }
    Html all = Html.EMPTY;
    for (CaseMessage message : messages) {
      String from =
          message.from().kind() == Actor.Kind.CITIZEN
              ? one.applicantName()
              : t.get("message.from.staff", message.from().name());
      all =
          all.and(
              Markup.message(from + ", " + t.moment(message.at()), Markup.written(message.text())));
    }
    return all;
  }

  /** Whether a document may be opened; a file is scanned here and now if that was not done. */
  DocumentRelease.State release(Case one, UUID id) {
    return services.queries().documents(one.id()).stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .map(d -> services.release().of(one.id(), d))
        .orElse(DocumentRelease.State.FREE);
  }

  /** Whether a document is what another than the applicant has filled in. */
  boolean isOthersPart(Case one, UUID id) {
    return services.queries().documents(one.id()).stream()
        .anyMatch(d -> d.id().equals(id) && SentWith.part(d).isPresent());
  }

  /** Whether a document is withheld for good, also from who sent it. */
  boolean isWithheld(Case one, UUID id) {
    return services.queries().documents(one.id()).stream()
        .filter(d -> d.id().equals(id))
        .anyMatch(d -> services.release().known(one.id(), d) == DocumentRelease.State.WITHHELD);
  }

  /** Sends a document as a download that no browser runs; false when the case has none such. */
  boolean send(Exchange x, Case one, UUID id) throws IOException {
    return send(x, one, id, Optional.empty());
  }

  /** Sends a document, or a copy of it with less in it. */
  boolean send(Exchange x, Case one, UUID id, Optional<byte[]> copy) throws IOException {
    Optional<StoredDocument> known =
        services.queries().documents(one.id()).stream().filter(d -> d.id().equals(id)).findFirst();
    Optional<byte[]> content = copy.or(() -> services.queries().content(one.id(), id));
    if (known.isEmpty() || content.isEmpty()) {
      return false;
    }
    String name = URLEncoder.encode(known.get().name(), StandardCharsets.UTF_8).replace("+", "%20");
    x.response().setContentType(known.get().mediaType());
    x.response().setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    x.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    x.response().setContentLength(content.get().length);
    x.response().getOutputStream().write(content.get());
    return true;
  }
}
