package se.byggsten.core.identifier;

import java.util.List;
import java.util.Optional;

/** A series of clearing numbers of one bank, and how its account numbers are checked. */
record ClearingSeries(int first, int last, String bank, Rule rule) {
  private static final List<ClearingSeries> ALL =
      TableRows.of("clearing_numbers.tsv").stream().map(ClearingSeries::of).toList();

  /** How the account numbers of a series are checked. */
  enum Rule {
    TYPE_1_ALL(7),
    TYPE_1_LAST_TEN(7),
    TYPE_2_TEN(10),
    TYPE_2_NINE(9),
    TYPE_2_PLUSGIRO(8),
    TYPE_2_SAVINGS(10);

    private final int digits;

    Rule(int digits) {
      this.digits = digits;
    }

    static Rule of(String id) {
      return valueOf("TYPE_" + id.replace('-', '_'));
    }

    /** The account number as the banks transmit it; one that is too long stays as it is. */
    String padded(String account) {
      return this == TYPE_2_PLUSGIRO
          ? account
          : "0".repeat(Math.max(0, digits - account.length())) + account;
    }

    BankAccount.Check check(String clearing, String account) {
      String padded = padded(account);
      if (padded.length() > digits || padded.chars().allMatch(digit -> digit == '0')) {
        return BankAccount.Check.DOUBTFUL;
      }
      boolean matches =
          switch (this) {
            case TYPE_1_ALL -> modulus11(clearing + padded);
            case TYPE_1_LAST_TEN -> modulus11(clearing.substring(1) + padded);
            case TYPE_2_NINE -> modulus11(padded);
            case TYPE_2_TEN, TYPE_2_PLUSGIRO, TYPE_2_SAVINGS -> Luhn.matches(padded);
          };
      if (matches) {
        return BankAccount.Check.VALID;
      }
      return this == TYPE_2_SAVINGS ? BankAccount.Check.UNVERIFIABLE : BankAccount.Check.DOUBTFUL;
    }

    /** Weights 1 to 10 from the right, and then 1 again. */
    private static boolean modulus11(String digits) {
      int sum = 0;
      for (int i = 0; i < digits.length(); i++) {
        int weight = (digits.length() - 1 - i) % 10 + 1;
        sum += weight * (digits.charAt(i) - '0');
      }
      return sum % 11 == 0;
    }
  }

  private static ClearingSeries of(String[] row) {
    return new ClearingSeries(
        Integer.parseInt(row[0]), Integer.parseInt(row[1]), row[2], Rule.of(row[3]));
  }

  static Optional<ClearingSeries> find(String fourDigits) {
    int number = Integer.parseInt(fourDigits);
    return ALL.stream()
        .filter(series -> series.first <= number && number <= series.last)
        .findFirst();
  }

  static List<ClearingSeries> all() {
    return ALL;
  }
}
