package se.byggsten.cli;

/** What the program answers to the shell. */
final class ExitCode {
  /** All is well. */
  static final int FINE = 0;

  /** Something was found, or could not be verified. */
  static final int FOUND = 1;

  /** The program was used wrong, or could not do what was asked. */
  static final int WRONG_USE = 2;

  private ExitCode() {}
}
