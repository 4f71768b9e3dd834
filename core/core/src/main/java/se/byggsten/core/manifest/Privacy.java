package se.byggsten.core.manifest;

import java.util.Optional;
import se.byggsten.core.data.DataView;

/**
 * Who answers for personal data, and where that is told (GDPR art. 12–13, 28, 30).
 *
 * @param controller the controller (<i>personuppgiftsansvarig</i>)
 * @param officer the functional address of the data protection officer
 * @param recordId the id in the record of processing (art. 30)
 * @param page the path of the page that informs
 */
public record Privacy(
    String controller, String officer, Optional<String> recordId, Optional<String> page) {
  static Privacy from(DataView map) {
    map.onlyKeys("controller", "officer", "recordId", "page");
    return new Privacy(
        map.required("controller").text(),
        map.required("officer").text(),
        map.optional("recordId").map(DataView::text),
        map.optional("page").map(ManifestPaths::path));
  }
}
