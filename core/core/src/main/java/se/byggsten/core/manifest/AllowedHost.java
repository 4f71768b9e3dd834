package se.byggsten.core.manifest;

import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * Another host that pages may fetch from.
 *
 * @param host the host name in lower case
 * @param purpose why
 * @param decision the reference of the decision that allows it
 */
public record AllowedHost(String host, String purpose, String decision) {
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  static AllowedHost from(DataView map) {
    map.onlyKeys("host", "purpose", "decision");
    DataView host = map.required("host");
    if (!HOST.matcher(host.text()).matches()) {
      throw host.problem(DataException.BAD_VALUE, "must be a host name in lower case, no address");
    }
    return new AllowedHost(
        host.text(), map.required("purpose").text(), map.required("decision").text());
  }
}
