package se.byggsten.conformance.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form on a page.
 *
 * @param method {@code GET} or {@code POST}
 * @param action where it is sent
 * @param multipart whether it is sent as {@code multipart/form-data}
 * @param fields its controls, in order
 * @param buttons its submit buttons, in order
 * @param inMain whether it stands in the main content of the page
 */
public record WebForm(
    String method,
    URI action,
    boolean multipart,
    List<FormField> fields,
    List<Button> buttons,
    boolean inMain) {
  private static final Pattern ONWARD =
      Pattern.compile("(?iu)(fortsätt|nästa|gå vidare|skicka|continue|next|submit|send)");
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?iu)(tillbaka|avbryt|spara|lägg till|ta bort|back|cancel|save|add|remove|logga ut|log out)");
  private static final Pattern UPLOAD = Pattern.compile("(?iu)(ladda upp|bifoga|upload|attach)");

  /**
   * A button that sends the form.
   *
   * @param name its name, may be empty
   * @param value what it sends
   * @param text what it says
   * @param action where it sends the form instead, if anywhere
   */
  public record Button(String name, String value, String text, Optional<URI> action) {}

  /** Copies the lists. */
  public WebForm {
    fields = List.copyOf(fields);
    buttons = List.copyOf(buttons);
  }

  /**
   * Returns the forms of a page.
   *
   * @param page an answer of HTML
   * @return the forms, in order
   */
  public static List<WebForm> in(Exchange page) {
    return page.isHtml() ? FormReader.read(page.text(), page.uri()) : List.of();
  }

  /**
   * Returns the controls with a name.
   *
   * @param name the name
   * @return several for radio buttons and check boxes
   */
  public List<FormField> named(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).toList();
  }

  /**
   * Returns whether the form has a control of this type.
   *
   * @param type the type, such as {@code file}
   * @return true when it has
   */
  public boolean has(String type) {
    return fields.stream().anyMatch(f -> f.type().equals(type));
  }

  /**
   * Returns the button that leads on.
   *
   * @return empty when the form has no button, or only such as lead elsewhere
   */
  public Optional<Button> primary() {
    Optional<Button> onward =
        buttons.stream().filter(b -> ONWARD.matcher(b.text()).find() && !isAside(b)).findFirst();
    return onward.isPresent() ? onward : buttons.stream().filter(b -> !isAside(b)).findFirst();
  }

  /**
   * Returns the button that uploads a file, where that is not the one that leads on.
   *
   * @return empty when there is none
   */
  public Optional<Button> upload() {
    return buttons.stream().filter(b -> UPLOAD.matcher(b.text()).find()).findFirst();
  }

  /**
   * Returns the first button whose words match.
   *
   * @param words a regular expression, matched anywhere in the text of the button
   * @return empty when none does
   */
  public Optional<Button> button(String words) {
    Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return buttons.stream().filter(b -> pattern.matcher(b.text()).find()).findFirst();
  }

  private static boolean isAside(Button b) {
    String text = b.text().toLowerCase(Locale.ROOT);
    return ASIDE.matcher(text).find() && !text.contains("fortsätt") && !text.contains("continue");
  }
}
