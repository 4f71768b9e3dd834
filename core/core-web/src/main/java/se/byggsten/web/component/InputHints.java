package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;

/**
 * What the browser may do to help with a field.
 *
 * @param autocomplete the autofill token (WCAG 2.2, 1.3.5), or null
 * @param inputmode the keyboard to show, or null
 * @param pattern what may be typed, or null; the server decides all the same
 * @param autocapitalize when to make capitals, or null
 * @param spellcheck whether to check the spelling, or null for the browser's choice
 */
public record InputHints(
    @Nullable String autocomplete,
    @Nullable String inputmode,
    @Nullable String pattern,
    @Nullable String autocapitalize,
    @Nullable Boolean spellcheck) {

  /** Leaves all to the browser. */
  public static final InputHints NONE = new InputHints(null, null, null, null, null);

  /** Returns these with another autofill token. */
  public InputHints withAutocomplete(@Nullable String token) {
    return new InputHints(token, inputmode, pattern, autocapitalize, spellcheck);
  }

  /** Returns these with another keyboard. */
  public InputHints withInputmode(@Nullable String mode) {
    return new InputHints(autocomplete, mode, pattern, autocapitalize, spellcheck);
  }

  /** Returns these with spell checking on or off. */
  public InputHints withSpellcheck(@Nullable Boolean on) {
    return new InputHints(autocomplete, inputmode, pattern, autocapitalize, on);
  }
}
