package se.byggsten.forms.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;

/** Turns read JSON into the values that kinds of fields take. */
public final class JsonValues {
  private JsonValues() {}

  /**
   * Returns what was read.
   *
   * @param view any JSON
   * @return a map, a list, true or false, a BigDecimal or a text; an empty text for null
   */
  public static Object of(DataView view) {
    if (view.isMap()) {
      Map<String, Object> map = new LinkedHashMap<>();
      view.entries().forEach((key, value) -> map.put(key, of(value)));
      return map;
    }
    if (view.isList()) {
      List<Object> list = new ArrayList<>();
      view.list().forEach(item -> list.add(of(item)));
      return list;
    }
    if (view.node() instanceof DataNode.Bool) {
      return view.bool();
    }
    if (view.node() instanceof DataNode.Numeric) {
      return view.number();
    }
    return view.node() instanceof DataNode.Text text ? text.value() : "";
  }
}
