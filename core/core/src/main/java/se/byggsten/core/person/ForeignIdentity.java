package se.byggsten.core.person;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is who has logged in with an eID of another country.
 *
 * <p>The provisional id is made by the Swedish eIDAS node of what the other country tells; how long
 * it stays the same is its persistence. Source: Sweden Connect, Attribute Specification, sections
 * 2.5 and 3.3.
 */
public final class ForeignIdentity {
  /** How long a provisional id stays the same for one person. */
  public enum Persistence {
    /** As a personnummer: through life, whatever happens to address, name or civil status. */
    A,
    /** Until address, name or civil status change, but no new eID changes it. */
    B,
    /** May be another with each new eID: not to find older cases by. */
    C
  }

  private static final Pattern PRID = Pattern.compile("[A-Z]{2}:[0-9a-z][0-9a-z-]{8,28}[0-9a-z]");

  private final String provisionalId;
  private final Persistence persistence;
  private final @Nullable String eidasPersonIdentifier;
  private final @Nullable LocalDate dateOfBirth;

  private ForeignIdentity(
      String provisionalId,
      Persistence persistence,
      @Nullable String eidasPersonIdentifier,
      @Nullable LocalDate dateOfBirth) {
    this.provisionalId = provisionalId;
    this.persistence = persistence;
    this.eidasPersonIdentifier = eidasPersonIdentifier;
    this.dateOfBirth = dateOfBirth;
  }

  /**
   * Returns an identity by its provisional id.
   *
   * @param provisionalId the id ({@code prid}): two capital letters, a colon, and 10 to 30 small
   *     letters, digits and hyphens
   * @param persistence how long the id stays the same
   * @return the identity
   * @throws IllegalArgumentException when the id has another form
   */
  public static ForeignIdentity of(String provisionalId, Persistence persistence) {
    if (!isProvisionalId(provisionalId)) {
      throw new IllegalArgumentException("Not the form of a provisional id");
    }
    return new ForeignIdentity(provisionalId, persistence, null, null);
  }

  /**
   * Says whether a text has the form of a provisional id.
   *
   * @param text the text
   * @return true when it has
   */
  public static boolean isProvisionalId(String text) {
    return PRID.matcher(text).matches();
  }

  /**
   * Returns the identity with the id that the other country gave.
   *
   * @param value the id, such as {@code NO/SE/05068907693}
   * @return the identity
   */
  public ForeignIdentity withEidasPersonIdentifier(String value) {
    return new ForeignIdentity(provisionalId, persistence, value, dateOfBirth);
  }

  /**
   * Returns the identity with the person's day of birth.
   *
   * @param value the day
   * @return the identity
   */
  public ForeignIdentity bornOn(LocalDate value) {
    return new ForeignIdentity(provisionalId, persistence, eidasPersonIdentifier, value);
  }

  /**
   * Returns the provisional id.
   *
   * @return the id; personal data
   */
  public String provisionalId() {
    return provisionalId;
  }

  /**
   * Returns how long the provisional id stays the same.
   *
   * @return the persistence
   */
  public Persistence persistence() {
    return persistence;
  }

  /**
   * Returns the country whose eID it is.
   *
   * @return two small letters of ISO 3166, as the provisional id begins
   */
  public String country() {
    return provisionalId.substring(0, 2).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the id that the other country gave.
   *
   * @return the id, personal data; or empty
   */
  public Optional<String> eidasPersonIdentifier() {
    return Optional.ofNullable(eidasPersonIdentifier);
  }

  /**
   * Returns the day of birth.
   *
   * @return the day, personal data; or empty
   */
  public Optional<LocalDate> dateOfBirth() {
    return Optional.ofNullable(dateOfBirth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ForeignIdentity that
        && provisionalId.equals(that.provisionalId)
        && persistence == that.persistence
        && Objects.equals(eidasPersonIdentifier, that.eidasPersonIdentifier)
        && Objects.equals(dateOfBirth, that.dateOfBirth);
  }

  @Override
  public int hashCode() {
    return Objects.hash(provisionalId, persistence, eidasPersonIdentifier, dateOfBirth);
  }

  @Override
  public String toString() {
    return "ForeignIdentity[masked]";
  }
}
