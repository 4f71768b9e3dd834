package se.byggsten.forms.party;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.internal.Pack;

/** What is kept, sealed, of an invitation. */
final class Invitation {
  private static final int FORMAT = 1;
  private static final int MOST_REFUSALS = 1_000_000;

  private final byte[] ref;
  private final String party;
  private final String person;
  private final String inviter;
  private final int refusals;
  private final @Nullable Approval approval;
  private final boolean sent;

  Invitation(
      byte[] ref,
      String party,
      String person,
      String inviter,
      int refusals,
      Optional<Approval> approval) {
    this(ref, party, person, inviter, refusals, approval.orElse(null), false);
  }

  private Invitation(
      byte[] ref,
      String party,
      String person,
      String inviter,
      int refusals,
      @Nullable Approval approval,
      boolean sent) {
    this.ref = ref;
    this.party = party;
    this.person = person;
    this.inviter = inviter;
    this.refusals = refusals;
    this.approval = approval;
    this.sent = sent;
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

  Invitation refusedOnce() {
    int more = Math.min(MOST_REFUSALS, refusals + 1);
    return new Invitation(ref, party, person, inviter, more, approval, sent);
  }

  Invitation with(Optional<Approval> given) {
    return new Invitation(ref, party, person, inviter, refusals, given.orElse(null), sent);
  }

  Invitation sentNow() {
    return new Invitation(ref, party, person, inviter, refusals, approval, true);
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
    Approval approval = in.number() == 1 ? approval(in, party, person) : null;
    return Optional.of(new Invitation(ref, party, person, inviter, refusals, approval, sent));
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
