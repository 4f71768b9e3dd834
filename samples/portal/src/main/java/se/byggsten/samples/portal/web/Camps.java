package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FormDefinition;

/** How many places each camp has left in each week: what the service tells the form. */
final class Camps {
  private static final String INPUT = "lediga";

  private final Map<String, Integer> left;

  private Camps(Map<String, Integer> left) {
    this.left = left;
  }

  /** The places as the unit for camps keeps them, in a file that is packaged with the portal. */
  static Camps packaged() {
    try (InputStream stream =
        Objects.requireNonNull(
            Camps.class.getResourceAsStream("/kollo/platser.yaml"), "platser.yaml")) {
      Map<String, Integer> left = new TreeMap<>();
      DataView view = DataReader.yaml().view("platser.yaml", stream);
      view.required("left")
          .entries()
          .forEach((week, places) -> left.put(week, places.number().intValueExact()));
      return new Camps(left);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The camp-weeks that have places left, for the forms that ask. */
  Map<String, Object> inputs(FormDefinition form) {
    List<String> open =
        left.entrySet().stream().filter(e -> e.getValue() > 0).map(Map.Entry::getKey).toList();
    return form.inputs().containsKey(INPUT) ? Map.of(INPUT, open) : Map.of();
  }
}
