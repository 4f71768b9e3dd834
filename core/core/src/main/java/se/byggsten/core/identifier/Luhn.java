package se.byggsten.core.identifier;

/** The modulus-10 check digit of ISO/IEC 7812-1 annex B. */
final class Luhn {
  private Luhn() {}

  static boolean matches(String digits) {
    int sum = 0;
    boolean doubled = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int value = digits.charAt(i) - '0';
      if (doubled) {
        value *= 2;
      }
      sum += value / 10 + value % 10;
      doubled = !doubled;
    }
    return sum % 10 == 0;
  }
}
