package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.web.Html;
import se.byggsten.web.component.SummaryList;

/** What the answers document tells besides the answers: who took part, and what is missing. */
final class SentWith {
  /** How the name of the document begins with which a party approved afterwards. */
  static final String LATE = "godkannande-";

  private final PortalServices services;
  private final List<FormDefinition> forms;

  SentWith(PortalServices services, List<FormDefinition> forms) {
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
      if (document.role() == DocumentRole.SUPPLEMENT && document.name().startsWith(LATE)) {
        String party = document.name().substring(LATE.length()).replaceFirst("\\.txt$", "");
        rows.add(
            SummaryList.Row.of(
                t.get("party.name." + party),
                Html.text(t.get("party.sent.late", t.moment(document.addedAt())))));
      }
    }
    return rows.isEmpty() ? Html.EMPTY : SummaryList.of(rows).toHtml();
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
