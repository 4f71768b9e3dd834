package se.byggsten.forms.spi;

/**
 * An option that is offered, in one language.
 *
 * @param value what is posted
 * @param text what is read
 * @param hint help for choosing; may be empty
 */
public record OptionText(String value, String text, String hint) {}
