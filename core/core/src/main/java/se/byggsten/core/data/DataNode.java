package se.byggsten.core.data;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of structured data, with its place in the text it was read from.
 *
 * <p>The same tree stands for YAML and for JSON. What a node holds may be personal, so {@code
 * toString} tells only the kind and the place.
 */
public sealed interface DataNode {
  /**
   * Returns where the value begins.
   *
   * @return the place
   */
  Position position();

  /**
   * Returns the kind of the value, for messages.
   *
   * @return one of text, number, true/false, null, list and map
   */
  String kind();

  /**
   * A text.
   *
   * @param value the text, never null, may be empty
   * @param position where it begins
   */
  record Text(String value, Position position) implements DataNode {
    @Override
    public String kind() {
      return "text";
    }

    @Override
    public String toString() {
      return kind() + "@" + position;
    }
  }

  /**
   * A number.
   *
   * @param value the exact value
   * @param position where it begins
   */
  record Numeric(BigDecimal value, Position position) implements DataNode {
    @Override
    public String kind() {
      return "number";
    }

    @Override
    public String toString() {
      return kind() + "@" + position;
    }
  }

  /**
   * True or false.
   *
   * @param value the value
   * @param position where it begins
   */
  record Bool(boolean value, Position position) implements DataNode {
    @Override
    public String kind() {
      return "true/false";
    }

    @Override
    public String toString() {
      return kind() + "@" + position;
    }
  }

  /**
   * An empty value.
   *
   * @param position where it stands
   */
  record Null(Position position) implements DataNode {
    @Override
    public String kind() {
      return "null";
    }

    @Override
    public String toString() {
      return kind() + "@" + position;
    }
  }

  /**
   * Values in order.
   *
   * @param values the values
   * @param position where the list begins
   */
  record Items(List<DataNode> values, Position position) implements DataNode {
    /** Copies the values. */
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String kind() {
      return "list";
    }

    @Override
    public String toString() {
      return kind() + "(" + values.size() + ")@" + position;
    }
  }

  /**
   * Values by key, in the order of the text.
   *
   * @param values the values
   * @param keyPositions where each key stands; the same keys
   * @param position where the map begins
   */
  record Fields(Map<String, DataNode> values, Map<String, Position> keyPositions, Position position)
      implements DataNode {
    /**
     * Copies the maps.
     *
     * @throws IllegalArgumentException when the keys differ
     */
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      keyPositions = Collections.unmodifiableMap(new LinkedHashMap<>(keyPositions));
      if (!values.keySet().equals(keyPositions.keySet())) {
        throw new IllegalArgumentException("Each key needs its position");
      }
    }

    @Override
    public String kind() {
      return "map";
    }

    @Override
    public String toString() {
      return kind() + "(" + values.size() + ")@" + position;
    }
  }
}
