package se.byggsten.core.manifest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * How the conformance kit walks the service with test persons.
 *
 * <p>Only test data stands here: the persons are those of the test identity provider, with
 * Skatteverket's test numbers.
 *
 * @param start the path of the start page
 * @param loginOrigins other origins that the walk may contact, such as {@code
 *     https://localhost:8444}
 * @param httpPort the port of plain HTTP that redirects to the service
 * @param persons the test persons: the first applies, the second must see nothing of it
 * @param answers the answers by name of field, several for a field with several answers
 * @param attachmentField the name of the field that takes a file
 * @param packagesFolder the folder of archive packages, beside the manifest
 * @param archiveWait how long to wait for the archive package, at most ten minutes
 * @param pages other pages by name: {@code statement}, {@code privacy}, {@code feedback}, {@code
 *     diary}, {@code cases}, {@code securityTxt}
 */
public record Verification(
    String start,
    List<String> loginOrigins,
    OptionalInt httpPort,
    List<Person> persons,
    Map<String, List<String>> answers,
    Optional<String> attachmentField,
    Optional<String> packagesFolder,
    Duration archiveWait,
    Map<String, String> pages) {
  private static final Duration USUAL_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]+)?");

  /** Copies the lists. */
  public Verification {
    loginOrigins = List.copyOf(loginOrigins);
    persons = List.copyOf(persons);
    answers = copy(answers);
    pages = copy(pages);
  }

  /** Keeps the order of the file, which a plain copy would not. */
  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * A test person.
   *
   * @param label what the test identity provider calls the person
   * @param login the values of its form by name of field
   */
  public record Person(String label, Map<String, String> login) {
    /** Copies the map. */
    public Person {
      login = copy(login);
    }

    static Person from(DataView map) {
      map.onlyKeys("label", "login");
      return new Person(map.required("label").text(), values(map, "login", DataView::text));
    }

    @Override
    public String toString() {
      return "Person[" + login.keySet() + "]";
    }
  }

  /**
   * Returns the same plan for a service that runs somewhere else than the manifest says.
   *
   * @param port the port of plain HTTP that redirects to the service
   * @param packages the folder of archive packages
   * @return the plan
   */
  public Verification runningAt(OptionalInt port, Optional<String> packages) {
    return new Verification(
        start, loginOrigins, port, persons, answers, attachmentField, packages, archiveWait, pages);
  }

  static Verification from(DataView map) {
    map.onlyKeys(
        "start",
        "loginOrigins",
        "httpPort",
        "persons",
        "answers",
        "attachment",
        "packagesFolder",
        "archiveWait",
        "pages");
    Optional<DataView> attachment = map.optional("attachment");
    attachment.ifPresent(a -> a.onlyKeys("field"));
    return new Verification(
        ManifestPaths.path(map.required("start")),
        map.list("loginOrigins").stream().map(Verification::origin).toList(),
        map.optional("httpPort")
            .map(v -> OptionalInt.of(v.integer(1, 65_535)))
            .orElse(OptionalInt.empty()),
        map.list("persons").stream().map(Person::from).toList(),
        values(map, "answers", Verification::answer),
        attachment.map(a -> a.required("field").text()),
        map.optional("packagesFolder").map(ManifestPaths::file),
        map.optional("archiveWait").map(Verification::wait).orElse(USUAL_WAIT),
        values(map, "pages", ManifestPaths::path));
  }

  private static List<String> answer(DataView value) {
    return value.isList()
        ? value.list().stream().map(DataView::text).toList()
        : List.of(value.text());
  }

  private static String origin(DataView value) {
    if (!ORIGIN.matcher(value.text()).matches()) {
      throw value.problem(
          DataException.BAD_VALUE, "must be an origin, such as https://localhost:8444");
    }
    return value.text();
  }

  private static Duration wait(DataView value) {
    Duration duration;
    try {
      duration = Duration.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.problem(DataException.BAD_VALUE, "must be a duration, such as PT60S");
    }
    if (duration.isNegative() || duration.compareTo(LONGEST_WAIT) > 0) {
      throw value.problem(DataException.BAD_VALUE, "must be at most " + LONGEST_WAIT);
    }
    return duration;
  }

  private static <T> Map<String, T> values(DataView map, String key, Function<DataView, T> reader) {
    Map<String, T> values = new LinkedHashMap<>();
    map.optional(key)
        .ifPresent(m -> m.entries().forEach((name, v) -> values.put(name, reader.apply(v))));
    return values;
  }

  @Override
  public String toString() {
    return "Verification[" + start + ", " + answers.size() + " answers]";
  }
}
