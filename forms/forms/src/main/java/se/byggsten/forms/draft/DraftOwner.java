package se.byggsten.forms.draft;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.draft.internal.Pack;

/**
 * Whose a draft is: a person who has logged in, or whoever has the code.
 *
 * <p>The store finds a draft by a keyed hash of this, and seals it with a key made of it, so that
 * the content of a draft with a code cannot be read without the code, not even by who has the
 * database and the service's key.
 */
public final class DraftOwner {
  private final byte[] secret;
  private final boolean person;

  private DraftOwner(boolean person, byte[] secret) {
    this.person = person;
    this.secret = secret;
  }

  /**
   * Returns a person as the owner.
   *
   * @param person who has logged in
   * @return the owner
   */
  public static DraftOwner person(PersonIdentifier person) {
    return new DraftOwner(true, new Pack.Writer().text("person").text(person.canonical()).done());
  }

  /**
   * Returns whoever has the code as the owner.
   *
   * @param code the code, from {@link ResumeCode#generate()} or as typed
   * @return the owner
   */
  public static DraftOwner code(ResumeCode code) {
    return new DraftOwner(false, new Pack.Writer().text("code").bytes(code.secret()).done());
  }

  /**
   * Returns an official who fills in for somebody as the owner: a draft for each entry, apart from
   * both persons' own.
   *
   * @param entry the id of the entry, since the same official may begin several for one person
   * @param person for whom
   * @return the owner
   */
  public static DraftOwner assisted(String entry, PersonIdentifier person) {
    return new DraftOwner(
        true, new Pack.Writer().text("assisted").text(entry).text(person.canonical()).done());
  }

  /**
   * Returns a person who completes what they have sent as the owner: a draft for each case, apart
   * from the person's own.
   *
   * @param person who has logged in
   * @param caseId the id of the case that is completed
   * @return the owner
   */
  public static DraftOwner completing(PersonIdentifier person, String caseId) {
    return new DraftOwner(
        true, new Pack.Writer().text("case").text(caseId).text(person.canonical()).done());
  }

  /**
   * Tells whether the owner is known by name.
   *
   * @return true for a person, false for a code
   */
  public boolean isPerson() {
    return person;
  }

  /**
   * Tells whether what is in the draft is about a person: it is their own, or an official fills it
   * in for them.
   *
   * @param who the person
   * @return false for a draft with a code, of which nobody is known
   */
  public boolean isFor(PersonIdentifier who) {
    return person
        && Pack.read(secret, DraftOwner::lastText).filter(who.canonical()::equals).isPresent();
  }

  /** Whose it is stands last, after the kind of the owner. */
  private static String lastText(Pack in) {
    boolean own = in.text().equals("person");
    String first = in.text();
    return own ? first : in.text();
  }

  static DraftOwner of(boolean person, byte[] secret) {
    return new DraftOwner(person, secret);
  }

  byte[] secret() {
    return secret;
  }

  byte[] secretWith(String formId, int number) {
    return new Pack.Writer().bytes(secret).text(formId).number(number).done();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DraftOwner owner && Arrays.equals(owner.secret, secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "DraftOwner[" + (person ? "person" : "code") + "]";
  }
}
