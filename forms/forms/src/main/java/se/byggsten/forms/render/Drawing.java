package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlBuilder;
import se.byggsten.web.HtmlTemplate;

/**
 * A field that was drawn once, to be filled with what is written and what is to be put right.
 *
 * @param variant what decided about the markup
 * @param template the markup
 * @param parts for each hole of the template the number of the part that fills it; {@link #ERROR}
 *     for the error
 */
record Drawing(Variant variant, HtmlTemplate template, List<Integer> parts) {
  private static final int ERROR = -1;
  private static final List<String> PROBES = List.of("<b>&\"' å\n\u0001", "0", "\n\nx", " ");

  /** What decides about the markup: which parts are filled, or what is chosen, and the error. */
  record Variant(boolean typed, int parts, int filled, List<String> chosen, boolean error) {
    static Variant of(boolean typed, List<String> raw, String error) {
      return typed
          ? new Variant(true, raw.size(), filled(raw), List.of(), !error.isEmpty())
          : new Variant(false, 0, 0, raw, !error.isEmpty());
    }

    private static int filled(List<String> raw) {
      int filled = 0;
      for (int i = 0; i < raw.size(); i++) {
        filled |= raw.get(i).isEmpty() ? 0 : 1 << i;
      }
      return filled;
    }

    /** Whether answers are of this kind, for a field that this is a variant of. */
    boolean fits(List<String> raw, String otherError) {
      return error != otherError.isEmpty()
          && (typed ? parts == raw.size() && filled == filled(raw) : chosen.equals(raw));
    }

    boolean isFilled(int part) {
      return (filled & 1 << part) != 0;
    }
  }

  /** A drawing that does something else with what it is given than to show it is not kept. */
  static Optional<Drawing> of(Variant variant, BiFunction<List<String>, String, Html> draw) {
    try {
      List<String> raw = new ArrayList<>(variant.chosen());
      List<String> marks = new ArrayList<>();
      for (int i = 0; i < variant.parts(); i++) {
        String name = "part" + i;
        if (variant.isFilled(i)) {
          marks.add(name);
        }
        raw.add(variant.isFilled(i) ? HtmlTemplate.text(name) : "");
      }
      String error = variant.error() ? HtmlTemplate.text("error") : "";
      HtmlTemplate template = HtmlTemplate.compile(draw.apply(raw, error));
      if (template.names().size() != marks.size() + (variant.error() ? 1 : 0)) {
        return Optional.empty();
      }
      List<Integer> parts =
          template.names().stream()
              .map(name -> name.equals("error") ? ERROR : Integer.parseInt(name.substring(4)))
              .toList();
      Drawing drawing = new Drawing(variant, template, parts);
      return PROBES.stream().allMatch(probe -> drawing.shows(probe, draw))
          ? Optional.of(drawing)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // A text with a mark of its own, or a hole where nothing can be made safe.
      return Optional.empty();
    }
  }

  private boolean shows(String probe, BiFunction<List<String>, String, Html> draw) {
    List<String> raw = new ArrayList<>(variant.chosen());
    for (int i = 0; i < variant.parts(); i++) {
      raw.add(variant.isFilled(i) ? probe + i : "");
    }
    String error = variant.error() ? probe : "";
    HtmlBuilder filled = new HtmlBuilder();
    write(filled, raw, error);
    return filled.toHtml().value().equals(draw.apply(raw, error).value());
  }

  /** Writes the markup, filled. */
  void write(HtmlBuilder out, List<String> raw, String error) {
    String[] texts = new String[parts.size()];
    for (int i = 0; i < texts.length; i++) {
      int part = parts.get(i);
      texts[i] = part == ERROR ? error : raw.get(part);
    }
    template.writeTexts(out, texts);
  }
}
