package se.byggsten.core.manifest;

import java.util.List;
import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * Where data is stored and processed, and by whom (GDPR art. 28 and 44–49).
 *
 * @param country the country, ISO 3166-1 alpha-2
 * @param supplier the supplier, or the municipality itself
 * @param subprocessors who the supplier uses in turn
 */
public record Hosting(String country, String supplier, List<Subprocessor> subprocessors) {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /** Copies the list. */
  public Hosting {
    subprocessors = List.copyOf(subprocessors);
  }

  /**
   * One that processes data for the supplier.
   *
   * @param name its name
   * @param country its country, ISO 3166-1 alpha-2
   * @param task what it does
   */
  public record Subprocessor(String name, String country, String task) {
    static Subprocessor from(DataView map) {
      map.onlyKeys("name", "country", "task");
      return new Subprocessor(
          map.required("name").text(),
          countryOf(map.required("country")),
          map.required("task").text());
    }
  }

  static Hosting from(DataView map) {
    map.onlyKeys("country", "supplier", "subprocessors");
    return new Hosting(
        countryOf(map.required("country")),
        map.required("supplier").text(),
        map.list("subprocessors").stream().map(Subprocessor::from).toList());
  }

  private static String countryOf(DataView value) {
    if (!COUNTRY.matcher(value.text()).matches()) {
      throw value.problem(DataException.BAD_VALUE, "must be a country in two capitals, such as SE");
    }
    return value.text();
  }
}
