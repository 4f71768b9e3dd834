package se.byggsten.forms.party;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.internal.Pack;

/** What is kept, sealed, of an invitation. */
final class Invitation {
  private static final int FORMAT = 2;
  private static final int MOST_REFUSALS = 1_000_000;

  private final byte[] ref;
  private final String party;
  private final String person;
  private final String inviter;
  private final int refusals;
  private final @Nullable Approval approval;
  private final boolean sent;
  private final String outcome;
  private final String sentSha256;

  Invitation(
      byte[] ref,
      String party,
      String person,
      String inviter,
      int refusals,
      Optional<Approval> approval) {
    this(ref, party, person, inviter, refusals, approval.orElse(null), false, "", "");
  }

  private Invitation(
      byte[] ref,
      String party,
      String person,
      String inviter,
      int refusals,
      @Nullable Approval approval,
      boolean sent,
      String outcome,
      String sentSha256) {
    this.ref = ref;
    this.party = party;
    this.person = person;
    this.inviter = inviter;
    this.refusals = refusals;
    this.approval = approval;
    this.sent = sent;
    this.outcome = outcome;
    this.sentSha256 = sentSha256;
  }

  Optional<DraftRef> draft() {
    return DraftRef.of(ref);
  }

  String party() {
    return party;
  }

  String person() {
    return person;
  }

  String inviter() {
    return inviter;
  }

  int refusals() {
    return refusals;
  }

  Optional<Approval> approval() {
    return Optional.ofNullable(approval);
  }

  boolean isSent() {
    return sent;
  }

  /** What the service called what came of it; empty when it did not say. */
  String outcome() {
    return outcome;
  }

  /** The hash of the content that was sent; empty while it is not. */
  String sentSha256() {
    return sentSha256;
  }

  Invitation refusedOnce() {
    int more = Math.min(MOST_REFUSALS, refusals + 1);
    return new Invitation(ref, party, person, inviter, more, approval, sent, outcome, sentSha256);
  }

  Invitation with(Optional<Approval> given) {
    return new Invitation(
        ref, party, person, inviter, refusals, given.orElse(null), sent, outcome, sentSha256);
  }

  Invitation sentAs(String whereTo, String sha256) {
    return new Invitation(ref, party, person, inviter, refusals, approval, true, whereTo, sha256);
  }

  byte[] write() {
    Pack.Writer out =
        new Pack.Writer()
            .number(FORMAT)
            .bytes(ref)
            .text(party)
            .text(person)
            .text(inviter)
            .number(refusals)
            .number(sent ? 1 : 0)
            .text(outcome)
            .text(sentSha256)
            .number(approval == null ? 0 : 1);
    if (approval != null) {
      out.text(approval.name()).number(approval.at().toEpochMilli());
      out.text(approval.contentSha256());
    }
    return out.done();
  }

  static Optional<Invitation> read(byte[] bytes) {
    return Pack.read(bytes, Invitation::read).flatMap(invitation -> invitation);
  }

  private static Optional<Invitation> read(Pack in) {
    if (in.number() != FORMAT) {
      return Optional.empty();
    }
    byte[] ref = in.bytes();
    String party = in.text();
    String person = in.text();
    String inviter = in.text();
    int refusals = (int) in.number();
    boolean sent = in.number() == 1;
    String outcome = in.text();
    String sentSha256 = in.text();
    Approval approval = in.number() == 1 ? approval(in, party, person) : null;
    return Optional.of(
        new Invitation(ref, party, person, inviter, refusals, approval, sent, outcome, sentSha256));
  }

  private static Approval approval(Pack in, String party, String person) {
    String name = in.text();
    Instant at = Instant.ofEpochMilli(in.number());
    return new Approval(party, identifier(person, at), name, at, in.text());
  }

  private static PersonIdentifier identifier(String canonical, Instant at) {
    return PersonIdentifier.parse(canonical, ApprovedContent.day(at));
  }

  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "Invitation[" + party + "]";
  }
}
