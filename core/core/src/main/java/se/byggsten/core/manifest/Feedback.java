package se.byggsten.core.manifest;

import se.byggsten.core.data.DataView;

/**
 * How users tell what they think of the service.
 *
 * @param path the path of the page
 * @param followedUpBy the role that reads and acts
 */
public record Feedback(String path, String followedUpBy) {
  static Feedback from(DataView map) {
    map.onlyKeys("path", "followedUpBy");
    return new Feedback(
        ManifestPaths.path(map.required("path")), map.required("followedUpBy").text());
  }
}
