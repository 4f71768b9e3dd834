package se.byggsten.core.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account in a Swedish bank: clearing number and account number.
 *
 * <p>Only what cannot be an account at all is refused. Some right account numbers have no check
 * digit, and new banks get new clearing numbers, so anything else is accepted with a {@link Check}
 * that a form may show as a warning, and must not stop anybody with. The text of {@code toString}
 * shows only the clearing number. Source: Bankgirot, Bankernas kontonummer, 2024-02-22 (the table
 * {@code clearing_numbers.tsv}).
 */
public final class BankAccount {
  /** How sure one can be of an account number without asking the bank. */
  public enum Check {
    /** The check digit matches. */
    VALID,
    /** The bank has accounts without check digit, and this may be one. */
    UNVERIFIABLE,
    /**
     * The check digit, the length or the clearing number does not match; ask the person to look.
     */
    DOUBTFUL
  }

  private static final String INSTRUCTION =
      "Write the clearing number of four or five digits and then the account number";
  private static final Pattern ALLOWED = Pattern.compile("[0-9 ,.\\u2010-\\u2015\\u2212-]+");
  private static final Pattern CLEARING = Pattern.compile("[1-9][0-9]{3}|8[0-9]{4}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{2,12}");
  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
  private static final Pattern FIFTH_SET_APART =
      Pattern.compile("8[0-9]{3} ?- ?[0-9] .*|8[0-9]{4} .*");
  private static final Pattern FOUR_SET_APART = Pattern.compile("[0-9]{4} ?[ -] ?[0-9]{2}.*");

  private final String clearing;
  private final String account;
  private final Optional<ClearingSeries> series;

  private BankAccount(String clearing, String account) {
    this.clearing = clearing;
    this.series = ClearingSeries.find(clearing.substring(0, 4));
    this.account = series.map(s -> s.rule().padded(account)).orElse(account);
  }

  /**
   * Parses an account written in one go.
   *
   * @param text clearing number and account number, with or without spaces, hyphens, points and a
   *     comma after the clearing number
   * @return the account
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}
   */
  public static BankAccount parse(String text) {
    String spaced = WrittenText.singleSpaced(text);
    if (!ALLOWED.matcher(spaced).matches()) {
      throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, INSTRUCTION);
    }
    int comma = spaced.indexOf(',');
    if (comma >= 0) {
      return of(spaced.substring(0, comma), spaced.substring(comma + 1));
    }
    String digits = digitsOf(spaced);
    int length = Math.min(digits.length(), fifthDigit(spaced, digits) ? 5 : 4);
    return of(digits.substring(0, length), digits.substring(length));
  }

  /** Whether the clearing number of a savings bank was written with its check digit. */
  private static boolean fifthDigit(String spaced, String digits) {
    if (digits.length() < 7 || digits.charAt(0) != '8') {
      return false;
    }
    boolean matches = Luhn.matches(digits.substring(0, 5));
    if (digits.length() == 15 || FIFTH_SET_APART.matcher(spaced).matches()) {
      return digits.length() == 15 || matches;
    }
    return matches
        && !FOUR_SET_APART.matcher(spaced).matches()
        && Luhn.matches(digits.substring(5));
  }

  /**
   * Takes an account written in two parts.
   *
   * @param clearing four digits, or the five that some savings banks show
   * @param account two to twelve digits
   * @return the account
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}
   */
  public static BankAccount of(String clearing, String account) {
    String first = digitsOf(checked(clearing));
    String second = digitsOf(checked(account));
    if (!CLEARING.matcher(first).matches() || !ACCOUNT.matcher(second).matches()) {
      throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, INSTRUCTION);
    }
    return new BankAccount(first, second);
  }

  private static String checked(String part) {
    String spaced = WrittenText.singleSpaced(part);
    if (!ALLOWED.matcher(spaced).matches() || spaced.indexOf(',') >= 0) {
      throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, INSTRUCTION);
    }
    return spaced;
  }

  private static String digitsOf(String text) {
    return NOT_DIGITS.matcher(text).replaceAll("");
  }

  /**
   * Parses an account that may be wrong.
   *
   * @param text the account as written
   * @return the account, or empty when the text cannot be one
   */
  public static Optional<BankAccount> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Tells how sure one can be of the number.
   *
   * @return valid, unverifiable or doubtful
   */
  public Check check() {
    if (clearing.length() == 5 && !Luhn.matches(clearing)) {
      return Check.DOUBTFUL;
    }
    return series
        .map(s -> s.rule().check(clearing.substring(0, 4), account))
        .orElse(Check.DOUBTFUL);
  }

  /**
   * Returns the bank that has the clearing number.
   *
   * @return its name, or empty when no series in the table has the number
   */
  public Optional<String> bank() {
    return series.map(ClearingSeries::bank);
  }

  /**
   * Returns the clearing number by which banks send.
   *
   * @return four digits
   */
  public String clearing() {
    return clearing.substring(0, 4);
  }

  /**
   * Returns the account number, filled with zeros to the length of its bank.
   *
   * @return digits
   */
  public String account() {
    return account;
  }

  /**
   * Returns the account in its one canonical form, for storage and comparison.
   *
   * @return clearing number of four digits, hyphen, account number
   */
  public String canonical() {
    return clearing() + "-" + account;
  }

  /**
   * Returns the account for a person to read.
   *
   * @return clearing number, comma, account number in groups of three
   */
  public String formatted() {
    String fifth = clearing.length() == 5 ? "-" + clearing.charAt(4) : "";
    return clearing() + fifth + ", " + WrittenText.grouped(account, 3);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BankAccount that && canonical().equals(that.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return "BankAccount[" + clearing() + " masked]";
  }
}
