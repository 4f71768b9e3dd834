package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.web.Html;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.WarningText;

/** What the answers document tells besides the answers: who took part, and what is missing. */
final class SentWith {
  /** How the name of the document begins with which a party approved afterwards. */
  static final String LATE = "godkannande-";

  /** How the name of the document begins with what a party filled in afterwards. */
  static final String PART = "del-";

  private final PortalServices services;
  private final List<FormDefinition> forms;
  private final Approvals approvals;
  private final CaseInvitations invitations;

  SentWith(
      PortalServices services,
      List<FormDefinition> forms,
      Approvals approvals,
      CaseInvitations invitations) {
    this.approvals = approvals;
    this.invitations = invitations;
    this.services = services;
    this.forms = List.copyOf(forms);
  }

  private Optional<DataView> answers(Case one) {
    return services.queries().documents(one.id()).stream()
        .filter(d -> d.role() == DocumentRole.ANSWERS)
        .findFirst()
        .flatMap(d -> services.queries().content(one.id(), d.id()))
        .map(json -> DataView.of("answers", DataReader.json().read("answers", json)));
  }

  /** Staff and co-applicants as rows; empty when nobody but the applicant took part. */
  Html tookPart(Case one, PortalTexts t) {
    DataView view = answers(one).orElse(null);
    if (view == null) {
      return Html.EMPTY;
    }
    List<SummaryList.Row> rows = new ArrayList<>();
    view.optional("assisted").ifPresent(assisted -> assisted(assisted, one, t, rows));
    for (DataView party : view.list("parties")) {
      String who = t.get("party.name." + party.required("party").text());
      String task = isFilledIn(one, party.required("party").text()) ? "fill." : "";
      String state = t.get("party.sent." + task + party.required("state").text());
      String said =
          party
              .optional("at")
              .map(at -> state + ", " + t.moment(Instant.parse(at.text())))
              .orElse(state);
      rows.add(SummaryList.Row.of(who, Html.text(said)));
    }
    for (StoredDocument document : services.queries().documents(one.id())) {
      String when = t.moment(document.addedAt());
      late(document).ifPresent(party -> rows.add(row(party, "party.sent.late", when, t)));
      part(document).ifPresent(party -> rows.add(row(party, "party.sent.fill.late", when, t)));
    }
    return rows.isEmpty() ? Html.EMPTY : SummaryList.of(rows).toHtml();
  }

  private static SummaryList.Row row(String party, String key, String when, PortalTexts t) {
    return SummaryList.Row.of(t.get("party.name." + party), Html.text(t.get(key, when)));
  }

  /** The party whose approval afterwards a document is. */
  static Optional<String> late(StoredDocument document) {
    return named(document, LATE, ".txt");
  }

  /** The party whose part, filled in afterwards, a document is. */
  static Optional<String> part(StoredDocument document) {
    return named(document, PART, ".xhtml");
  }

  private static Optional<String> named(StoredDocument document, String begin, String end) {
    String name = document.name();
    return document.role() == DocumentRole.SUPPLEMENT
            && name.startsWith(begin)
            && name.endsWith(end)
            && name.length() > begin.length() + end.length()
        ? Optional.of(name.substring(begin.length(), name.length() - end.length()))
        : Optional.empty();
  }

  /** Which approvals hold no more, for staff. */
  Html voided(Case one, PortalTexts t) {
    return Html.concat(
        approvals.of(one).stream()
            .filter(given -> !given.holds())
            .map(
                given ->
                    WarningText.of(
                            t.locale(),
                            t.get(
                                "party.void",
                                t.get("party.name." + given.party().id()),
                                t.moment(given.at())))
                        .toHtml())
            .toList());
  }

  /** That a change makes an approval void, before it is made. */
  Html warning(Case one, PortalTexts t) {
    return approvals.of(one).stream().anyMatch(Approvals.Given::holds)
        ? Markup.p(t.get("party.change.warning"))
        : Html.EMPTY;
  }

  /** What the sender is told of the others: whose approval is needed again, or still. */
  Html toAsk(Exchange x, Case one) {
    PortalTexts t = x.texts();
    if (one.status() == CaseStatus.CLOSED) {
      return Html.EMPTY;
    }
    Map<String, String> codes = invitations.of(one);
    Map<String, Boolean> holds = new HashMap<>();
    approvals.of(one).forEach(given -> holds.put(given.party().id(), given.holds()));
    Html all = Html.EMPTY;
    for (Map.Entry<String, String> code : codes.entrySet()) {
      String party = code.getKey();
      boolean filled = isFilledIn(one, party);
      String key =
          filled
              ? hasPart(one, party) ? "" : "party.ask.fill"
              : !holds.containsKey(party)
                  ? "party.ask"
                  : Boolean.TRUE.equals(holds.get(party)) ? "" : "party.ask.again";
      if (!key.isEmpty()) {
        String link = x.origin() + "/medsokande/" + code.getValue();
        String name = t.get("party.name." + party);
        all =
            all.and(
                Markup.inset(
                    Html.text(t.get(key, name) + " ")
                        .and(Html.text(t.get("party.ask.link", link)))));
      }
    }
    return all;
  }

  private boolean hasPart(Case one, String party) {
    boolean before =
        answers(one).stream()
            .flatMap(view -> view.list("parties").stream())
            .anyMatch(
                sent ->
                    sent.required("party").text().equals(party)
                        && sent.required("state").text().equals("APPROVED"));
    return before
        || services.queries().documents(one.id()).stream()
            .anyMatch(document -> part(document).filter(party::equals).isPresent());
  }

  private static void assisted(
      DataView assisted, Case one, PortalTexts t, List<SummaryList.Row> rows) {
    rows.add(SummaryList.Row.of(t.get("assisted.for"), Html.text(one.applicantName())));
    rows.add(
        SummaryList.Row.of(
            t.get("assisted.by"), Html.text(assisted.required("officialName").text())));
    rows.add(
        SummaryList.Row.of(
            t.get("assisted.how"),
            Html.text(t.get("assisted.how." + assisted.required("identification").text()))));
    rows.add(
        SummaryList.Row.of(
            t.get("assisted.way"),
            Html.text(t.get("assisted.way." + assisted.required("arrival").text()))));
  }

  /** What the citizen is still to send, since it was sent anyway. */
  Html missing(Case one, PortalTexts t) {
    List<String> labels =
        answers(one).stream()
            .flatMap(view -> view.list("missing").stream())
            .map(missing -> missing.required("field").text().split("/", 2)[0])
            .map(field -> label(one, field, t))
            .distinct()
            .toList();
    return labels.isEmpty()
        ? Html.EMPTY
        : Markup.h2(t.get("receipt.missing"))
            .and(Markup.p(t.get("receipt.missing.text")))
            .and(Markup.bullets(labels));
  }

  /** Whether a party of the form fills in a part rather than approves. */
  private boolean isFilledIn(Case one, String party) {
    return forms.stream()
        .filter(form -> form.id().equals(one.form().id()))
        .flatMap(form -> form.parties().stream())
        .anyMatch(known -> known.id().equals(party) && known.task() == PartyDefinition.Task.FILL);
  }

  private String label(Case one, String field, PortalTexts t) {
    String language = t.locale().toLanguageTag();
    return forms.stream()
        .filter(form -> form.id().equals(one.form().id()))
        .findFirst()
        .flatMap(form -> form.texts().find(language, field + ".label"))
        .orElse(field);
  }
}
