package se.byggsten.core.manifest;

import se.byggsten.core.data.DataView;

/**
 * A cookie that the service sets (lagen 2022:482 om elektronisk kommunikation 9 kap. 28 §).
 *
 * @param name the name of the cookie
 * @param purpose what it is for
 * @param necessary whether the service that the user asked for cannot be given without it
 * @param lifetime how long it lasts, in words
 */
public record CookieUse(String name, String purpose, boolean necessary, String lifetime) {
  static CookieUse from(DataView map) {
    map.onlyKeys("name", "purpose", "necessary", "lifetime");
    return new CookieUse(
        map.required("name").text(),
        map.required("purpose").text(),
        map.required("necessary").bool(),
        map.required("lifetime").text());
  }
}
