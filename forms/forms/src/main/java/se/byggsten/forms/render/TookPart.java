package se.byggsten.forms.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.party.Approval;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.party.PartyStatus;

/** Who took part besides the applicant, in words: staff with the applicant, and each party. */
final class TookPart {

  private final Said said;
  private final Words words;
  private final Locale language;

  TookPart(Said said) {
    this.said = said;
    this.words = said.words();
    this.language = said.locale();
  }

  /** Who fills in a part is not said to approve. */
  static String state(PartyStatus party) {
    boolean fills = party.party().task() == PartyDefinition.Task.FILL;
    return (fills ? "receipt.party.fill." : "receipt.party.") + party.state();
  }

  /** What it is about and what there is to say of it, in order. */
  List<List<String>> rows(Circumstances circumstances) {
    List<List<String>> rows = new ArrayList<>();
    AssistedEntry entry = circumstances.assisted().orElse(null);
    if (entry != null) {
      String official = circumstances.officialName();
      rows.add(
          List.of(
              words.get("receipt.applicant"), (entry.givenName() + " " + entry.surname()).strip()));
      rows.add(
          List.of(words.get("receipt.official"), official.isEmpty() ? entry.official() : official));
      rows.add(
          List.of(
              words.get("receipt.identified"),
              words.get("receipt.identified." + entry.identification())));
      rows.add(
          List.of(
              words.get("receipt.arrival"),
              words.get("receipt.arrival." + entry.arrival()),
              moment(entry.arrivedAt())));
    }
    for (PartyStatus party : circumstances.parties()) {
      List<String> row = new ArrayList<>();
      row.add(said.find(party.party().id() + ".name").orElse(party.party().id()));
      row.add(words.get(state(party)));
      party
          .approval()
          .filter(approval -> party.state() == PartyStatus.State.APPROVED)
          .ifPresent(approval -> row.add(approved(approval)));
      rows.add(row);
    }
    return rows;
  }

  private String approved(Approval approval) {
    return approval.name().isEmpty()
        ? moment(approval.at())
        : approval.name() + ", " + moment(approval.at());
  }

  private String moment(Instant at) {
    return Moments.minute(at, language);
  }
}
