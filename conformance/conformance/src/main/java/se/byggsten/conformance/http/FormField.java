package se.byggsten.conformance.http;

import java.util.List;

/**
 * A control of a form.
 *
 * @param name the name under which it is sent
 * @param type the type of an input, or {@code select}, {@code select-multiple} or {@code textarea}
 * @param value what it holds now; for a radio button or check box its value
 * @param checked whether a radio button or check box is checked
 * @param options the values of a select; empty for others
 * @param label the words of its label
 * @param maxLength the greatest number of characters, -1 when not limited
 * @param disabled whether it is left out when the form is sent
 */
public record FormField(
    String name,
    String type,
    String value,
    boolean checked,
    List<String> options,
    String label,
    int maxLength,
    boolean disabled) {

  /** Copies the list. */
  public FormField {
    options = List.copyOf(options);
  }

  /**
   * Returns whether the control is a radio button or check box.
   *
   * @return true when it can be checked
   */
  public boolean checkable() {
    return type.equals("radio") || type.equals("checkbox");
  }

  /**
   * Returns whether somebody writes text in the control.
   *
   * @return true for text inputs and text areas
   */
  public boolean textual() {
    return !checkable()
        && !type.startsWith("select")
        && !type.equals("hidden")
        && !type.equals("file");
  }

  @Override
  public String toString() {
    return type + " " + name;
  }
}
