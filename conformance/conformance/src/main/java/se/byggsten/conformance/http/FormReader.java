package se.byggsten.conformance.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the forms of a page as a browser without scripts does. */
final class FormReader {
  private static final Set<String> BUTTONS = Set.of("submit", "image");

  private FormReader() {}

  /** Returns the forms, in order. */
  static List<WebForm> read(String html, URI page) {
    Document document = Jsoup.parse(html, page.toString());
    List<WebForm> forms = new ArrayList<>();
    for (Element form : document.select("form")) {
      resolve(form, "action", page)
          .ifPresent(action -> forms.add(form(document, form, action, page)));
    }
    return forms;
  }

  private static WebForm form(Document document, Element form, URI action, URI page) {
    List<FormField> fields = new ArrayList<>();
    List<WebForm.Button> buttons = new ArrayList<>();
    for (Element e : document.select("input, select, textarea, button")) {
      if (!belongs(e, form)) {
        continue;
      }
      String type = type(e);
      boolean button =
          BUTTONS.contains(type)
              || (e.normalName().equals("button") && type.equals("button-submit"));
      if (button) {
        if (!e.hasAttr("disabled")) {
          String text =
              e.normalName().equals("button")
                  ? e.text() + " " + e.attr("aria-label")
                  : e.attr("value") + e.attr("alt");
          buttons.add(
              new WebForm.Button(
                  e.attr("name"),
                  e.attr("value"),
                  text.strip(),
                  e.hasAttr("formaction") ? resolve(e, "formaction", page) : Optional.empty()));
        }
      } else if (!type.startsWith("button") && !type.equals("reset")) {
        fields.add(field(document, e, type));
      }
    }
    return new WebForm(
        form.attr("method").equalsIgnoreCase("post") ? "POST" : "GET",
        action,
        form.attr("enctype").equalsIgnoreCase("multipart/form-data"),
        fields,
        buttons,
        form.closest("main, [role=main]") != null);
  }

  private static boolean belongs(Element e, Element form) {
    return e.hasAttr("form") ? e.attr("form").equals(form.id()) : form.equals(e.closest("form"));
  }

  private static String type(Element e) {
    return switch (e.normalName()) {
      case "select" -> e.hasAttr("multiple") ? "select-multiple" : "select";
      case "textarea" -> "textarea";
      case "button" ->
          Set.of("button", "reset").contains(e.attr("type").toLowerCase(Locale.ROOT))
              ? "button"
              : "button-submit";
      default -> e.attr("type").isBlank() ? "text" : e.attr("type").toLowerCase(Locale.ROOT);
    };
  }

  private static FormField field(Document document, Element e, String type) {
    List<String> options =
        e.select("option").stream()
            .map(o -> o.hasAttr("value") ? o.attr("value") : o.text())
            .toList();
    String value =
        switch (type) {
          case "textarea" -> e.wholeText();
          case "select", "select-multiple" -> {
            Element chosen = e.selectFirst("option[selected]");
            yield chosen == null
                ? (options.isEmpty() ? "" : options.get(0))
                : chosen.hasAttr("value") ? chosen.attr("value") : chosen.text();
          }
          case "checkbox", "radio" -> e.hasAttr("value") ? e.attr("value") : "on";
          default -> e.attr("value");
        };
    String length = e.attr("maxlength");
    return new FormField(
        e.attr("name"),
        type,
        value,
        e.hasAttr("checked"),
        options,
        label(document, e),
        length.matches("\\d{1,8}") ? Integer.parseInt(length) : -1,
        e.hasAttr("disabled"));
  }

  private static String label(Document document, Element e) {
    StringBuilder label = new StringBuilder(e.attr("aria-label"));
    for (Element l : document.getElementsByTag("label")) {
      if (!e.id().isEmpty() && l.attr("for").equals(e.id())) {
        label.append(' ').append(l.text());
      }
    }
    Element around = e.closest("label");
    return (around == null ? label : label.append(' ').append(around.text())).toString().strip();
  }

  private static Optional<URI> resolve(Element e, String attribute, URI page) {
    try {
      String target = e.attr(attribute).strip();
      return Optional.of(target.isEmpty() ? page : page.resolve(target.replace(" ", "%20")));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
