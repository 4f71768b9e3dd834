package se.byggsten.forms.fill;

import java.util.LinkedHashMap;
import java.util.Map;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.InputType;

/**
 * Reads what a service tells a form from JSON: a map with the value of each input by its name.
 *
 * <p>A {@code date} is a text such as {@code 2026-06-30}, {@code texts} a list of texts.
 */
public final class FormInputs {
  private static final DataLimits LIMITS = new DataLimits(1_000_000, 5, 50_000);

  private FormInputs() {}

  /**
   * Reads inputs.
   *
   * @param form the form
   * @param json the inputs in UTF-8, at most a million bytes
   * @return the values, as {@code FormRun.withInputs} takes them
   * @throws DataException when it is not JSON, or the form has no such input of that type, with
   *     line, column and what was meant
   */
  public static Map<String, Object> read(FormDefinition form, byte[] json) {
    DataView view = DataView.of("inputs", DataReader.json().within(LIMITS).read("inputs", json));
    view.onlyKeys(form.inputs().keySet().toArray(new String[0]));
    return of(form, view);
  }

  /**
   * Reads inputs that stand in other data.
   *
   * @param form the form
   * @param inputs a map
   * @return the values, as {@code FormRun.withInputs} takes them
   * @throws DataException when the form has no such input of that type, with line, column and what
   *     was meant
   */
  public static Map<String, Object> of(FormDefinition form, DataView inputs) {
    Map<String, Object> values = new LinkedHashMap<>();
    inputs.entries().forEach((name, value) -> values.put(name, value(form, name, value)));
    return values;
  }

  private static Object value(FormDefinition form, String name, DataView value) {
    InputType type = form.inputs().get(name);
    if (type == null) {
      throw value.problem(DataException.UNKNOWN_KEY, "the form has no such input");
    }
    return switch (type) {
      case TEXT -> value.text();
      case NUMBER -> value.number();
      case DATE -> value.date();
      case YES_NO -> value.bool();
      case TEXTS -> value.list().stream().map(DataView::text).toList();
    };
  }
}
