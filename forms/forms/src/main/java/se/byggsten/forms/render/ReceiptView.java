package se.byggsten.forms.render;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.party.PartyStatus;

/**
 * What a receipt says besides the answers.
 *
 * @param language the language to show
 * @param number what the citizen refers to it by, such as the diary number
 * @param receivedAt when the authority had the whole of it (22 § förvaltningslagen (2017:900))
 * @param answerBy the day by which an answer is expected; empty when that cannot be said
 * @param followUp the address where the case can be followed; empty when there is none
 * @param assisted who filled it in for whom, when staff did
 * @param parties how far the other parties have come
 */
public record ReceiptView(
    Locale language,
    String number,
    Instant receivedAt,
    Optional<LocalDate> answerBy,
    String followUp,
    Optional<AssistedEntry> assisted,
    List<PartyStatus> parties) {
  /** Copies the list. */
  public ReceiptView {
    parties = List.copyOf(parties);
  }

  /**
   * Returns what is said of an application that the citizen alone has sent.
   *
   * @param language the language to show
   * @param number what the citizen refers to it by
   * @param receivedAt when the authority had the whole of it
   * @return the view
   */
  public static ReceiptView of(Locale language, String number, Instant receivedAt) {
    return new ReceiptView(
        language, number, receivedAt, Optional.empty(), "", Optional.empty(), List.of());
  }

  /**
   * Returns the same with when an answer is expected.
   *
   * @param day the day
   * @return the view
   */
  public ReceiptView answerBy(LocalDate day) {
    return new ReceiptView(
        language, number, receivedAt, Optional.of(day), followUp, assisted, parties);
  }

  /**
   * Returns the same with where to follow the case.
   *
   * @param address the address
   * @return the view
   */
  public ReceiptView followUp(String address) {
    return new ReceiptView(language, number, receivedAt, answerBy, address, assisted, parties);
  }

  /**
   * Returns the same with who filled it in for whom.
   *
   * @param entry the entry that staff made
   * @return the view
   */
  public ReceiptView assisted(AssistedEntry entry) {
    return new ReceiptView(
        language, number, receivedAt, answerBy, followUp, Optional.of(entry), parties);
  }

  /**
   * Returns the same with how far the other parties have come.
   *
   * @param status the status of each
   * @return the view
   */
  public ReceiptView parties(List<PartyStatus> status) {
    return new ReceiptView(language, number, receivedAt, answerBy, followUp, assisted, status);
  }

  /** Leaves out who they are. */
  @Override
  public String toString() {
    return "ReceiptView[" + number + ", " + receivedAt + "]";
  }
}
