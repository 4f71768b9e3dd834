package se.byggsten.core.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.text.Suggestion;

/**
 * Reads a {@link DataNode} by type, and says what is wrong and where.
 *
 * <pre>{@code
 * DataView map = DataView.of("byggsten.yaml", node);
 * map.onlyKeys("owner", "reviewed");
 * String owner = map.required("owner").text();
 * Optional<LocalDate> reviewed = map.optional("reviewed").map(DataView::date);
 * }</pre>
 *
 * <p>Every reading method throws {@link DataException} with line and column.
 */
public final class DataView {
  /** The longest text that {@link #text()} accepts, in characters. */
  public static final int LONGEST_TEXT = 10_000;

  private static final Pattern SHOWABLE = Pattern.compile("(?!.*\\d{5})[\\p{L}\\d_./$-]{1,60}");

  private final String resource;
  private final @Nullable DataView above;
  private final @Nullable String key;
  private final int index;
  private final DataNode node;

  /** The path is made of these when somebody asks, which few do and large data would pay for. */
  private DataView(
      String resource, @Nullable DataView above, @Nullable String key, int index, DataNode node) {
    this.resource = resource;
    this.above = above;
    this.key = key;
    this.index = index;
    this.node = node;
  }

  /**
   * Returns a view of a whole text.
   *
   * @param resource the name of the file or text, for messages
   * @param node its data
   * @return the view
   */
  public static DataView of(String resource, DataNode node) {
    return new DataView(resource, null, null, 0, node);
  }

  /**
   * Returns the value of a key that must be there and not be null.
   *
   * @param key the key
   * @return the value
   * @throws DataException {@code DATA-MISSING-KEY}; {@code DATA-WRONG-KIND} when this is no map
   */
  public DataView required(String key) {
    return optional(key)
        .orElseThrow(
            () -> problem(DataException.MISSING_KEY, "the key '" + key + "' must be here"));
  }

  /**
   * Returns the value of a key, if it is there and not null.
   *
   * @param key the key
   * @return the value
   * @throws DataException {@code DATA-WRONG-KIND} when this is no map
   */
  public Optional<DataView> optional(String key) {
    DataNode value = fields().values().get(key);
    return value == null || value instanceof DataNode.Null
        ? Optional.empty()
        : Optional.of(child(key, value));
  }

  private DataView child(String under, DataNode value) {
    return new DataView(resource, this, under, 0, value);
  }

  /**
   * Returns the values of a map, in the order of the text; null values are left out.
   *
   * @return the values by key
   * @throws DataException {@code DATA-WRONG-KIND}
   */
  public Map<String, DataView> entries() {
    Map<String, DataView> views = new LinkedHashMap<>();
    fields()
        .values()
        .forEach(
            (key, value) -> {
              if (!(value instanceof DataNode.Null)) {
                views.put(key, child(key, value));
              }
            });
    return views;
  }

  /**
   * Returns the values of a list.
   *
   * @return the values
   * @throws DataException {@code DATA-WRONG-KIND}
   */
  public List<DataView> list() {
    if (!(node instanceof DataNode.Items items)) {
      throw wrongKind("a list");
    }
    List<DataView> views = new ArrayList<>();
    for (DataNode value : items.values()) {
      views.add(new DataView(resource, this, null, views.size() + 1, value));
    }
    return List.copyOf(views);
  }

  /**
   * Returns the values of a list under a key.
   *
   * @param key the key
   * @return the values; empty when the key is missing
   * @throws DataException {@code DATA-WRONG-KIND}
   */
  public List<DataView> list(String key) {
    return optional(key).map(DataView::list).orElse(List.of());
  }

  /**
   * Returns the texts of a list under a key.
   *
   * @param key the key
   * @return the texts; empty when the key is missing
   * @throws DataException {@code DATA-WRONG-KIND}
   */
  public List<String> texts(String key) {
    return list(key).stream().map(DataView::text).toList();
  }

  /**
   * Returns a text that is not blank, without space around it.
   *
   * @return the text, at most {@value #LONGEST_TEXT} characters
   * @throws DataException {@code DATA-WRONG-KIND} or {@code DATA-BAD-VALUE}
   */
  public String text() {
    String value = written().strip();
    if (value.isEmpty()) {
      throw problem(DataException.BAD_VALUE, "the text must not be empty");
    }
    return atMost(LONGEST_TEXT, value);
  }

  /**
   * Returns a text as it stands, with the space around it; it may be blank.
   *
   * @param most the most characters allowed
   * @return the text
   * @throws DataException {@code DATA-WRONG-KIND} or {@code DATA-BAD-VALUE}
   */
  public String exact(int most) {
    return atMost(most, written());
  }

  private String written() {
    if (node instanceof DataNode.Text text) {
      return text.value();
    }
    throw wrongKind("a text (put it in quotes if it looks like a number)");
  }

  private String atMost(int most, String value) {
    if (value.length() > most) {
      throw problem(DataException.BAD_VALUE, "the text must be at most " + most + " characters");
    }
    return value;
  }

  /**
   * Returns a whole number.
   *
   * @param least the least allowed
   * @param most the most allowed
   * @return the number
   * @throws DataException {@code DATA-WRONG-KIND} or {@code DATA-BAD-VALUE}
   */
  public int integer(int least, int most) {
    BigDecimal value = number();
    if (value.stripTrailingZeros().scale() > 0
        || value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw problem(
          DataException.BAD_VALUE, "must be a whole number from " + least + " to " + most);
    }
    return value.intValueExact();
  }

  /**
   * Returns a number.
   *
   * @return the exact number
   * @throws DataException {@code DATA-WRONG-KIND}
   */
  public BigDecimal number() {
    if (node instanceof DataNode.Numeric number) {
      return number.value();
    }
    throw wrongKind("a number");
  }

  /**
   * Returns true or false.
   *
   * @return the value
   * @throws DataException {@code DATA-WRONG-KIND}
   */
  public boolean bool() {
    if (node instanceof DataNode.Bool bool) {
      return bool.value();
    }
    throw wrongKind("true or false");
  }

  /**
   * Returns a date written as {@code 2026-11-22}.
   *
   * @return the date
   * @throws DataException {@code DATA-WRONG-KIND} or {@code DATA-BAD-VALUE}
   */
  public LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw problem(DataException.BAD_VALUE, "must be a real date written as 2026-11-22");
    }
  }

  /**
   * Returns one of the given words.
   *
   * @param allowed the words
   * @return the word
   * @throws DataException {@code DATA-BAD-VALUE} with a suggestion
   */
  public String oneOf(Collection<String> allowed) {
    String value = text();
    if (allowed.contains(value)) {
      return value;
    }
    String list = String.join(", ", new TreeSet<>(allowed));
    throw problem(DataException.BAD_VALUE, "must be one of " + list + didYouMean(value, allowed));
  }

  /**
   * Returns a constant of an enum, written in lower case with hyphens.
   *
   * @param <E> the enum
   * @param type the enum
   * @return the constant
   * @throws DataException {@code DATA-BAD-VALUE} with a suggestion
   */
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    Map<String, E> byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(DataView::written, c -> c, (a, b) -> a, LinkedHashMap::new));
    E constant = byName.get(oneOf(byName.keySet()));
    if (constant == null) {
      throw new AssertionError("oneOf answers only with one of its words");
    }
    return constant;
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Refuses keys that nothing reads.
   *
   * @param allowed the keys that may be here
   * @throws DataException {@code DATA-UNKNOWN-KEY}, one problem for each, with suggestions
   */
  public void onlyKeys(String... allowed) {
    Set<String> known = Set.of(allowed);
    DataNode.Fields fields = fields();
    List<DataProblem> unknown = new ArrayList<>();
    fields
        .keyPositions()
        .forEach(
            (key, position) -> {
              if (!known.contains(key)) {
                unknown.add(
                    new DataProblem(
                        DataException.UNKNOWN_KEY,
                        resource,
                        position,
                        path(),
                        "unknown key '" + shown(key) + "'" + didYouMean(key, known)));
              }
            });
    if (!unknown.isEmpty()) {
      throw new DataException(unknown);
    }
  }

  /**
   * Returns an exception at this place, for a rule of the reader's own.
   *
   * @param code the code
   * @param message what is wrong and what to do, without the value
   * @return the exception, to be thrown
   */
  public DataException problem(ErrorCode code, String message) {
    return new DataException(new DataProblem(code, resource, node.position(), path(), message));
  }

  /**
   * Tells whether this is a map.
   *
   * @return true for a map
   */
  public boolean isMap() {
    return node instanceof DataNode.Fields;
  }

  /**
   * Tells whether this is a list.
   *
   * @return true for a list
   */
  public boolean isList() {
    return node instanceof DataNode.Items;
  }

  /**
   * Returns the data itself.
   *
   * @return the node
   */
  public DataNode node() {
    return node;
  }

  /**
   * Returns the keys that lead here, such as {@code goals[2].target}.
   *
   * @return the path; empty for the whole
   */
  public String path() {
    if (above == null) {
      return "";
    }
    String outer = above.path();
    if (key == null) {
      return outer + "[" + index + "]";
    }
    return outer.isEmpty() ? shown(key) : outer + "." + shown(key);
  }

  /**
   * Returns where the value begins.
   *
   * @return the place
   */
  public Position position() {
    return node.position();
  }

  /**
   * Returns the name of the file or text.
   *
   * @return the name
   */
  public String resource() {
    return resource;
  }

  private DataNode.Fields fields() {
    if (node instanceof DataNode.Fields fields) {
      return fields;
    }
    throw wrongKind("a map of keys and values");
  }

  private DataException wrongKind(String wanted) {
    return problem(
        DataException.WRONG_KIND, "must be " + wanted + ", but is of kind " + node.kind());
  }

  private static String didYouMean(String word, Collection<String> candidates) {
    return Suggestion.nearest(word, candidates).map(s -> "; did you mean '" + s + "'?").orElse("");
  }

  /** A key from outside may hold anything, so only what looks like a name is repeated. */
  private static String shown(String key) {
    return SHOWABLE.matcher(key).matches() ? key : "…";
  }

  @Override
  public String toString() {
    return resource + " " + path() + " " + node;
  }
}
