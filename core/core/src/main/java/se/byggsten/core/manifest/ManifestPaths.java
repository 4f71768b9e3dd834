package se.byggsten.core.manifest;

import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/** Reads paths: of pages below the service's own address, and of files beside the manifest. */
final class ManifestPaths {
  private static final Pattern PAGE = Pattern.compile("/(?!/)[A-Za-z0-9åäöÅÄÖ._~/?=&%-]*");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9åäöÅÄÖ._-][A-Za-z0-9åäöÅÄÖ._/-]*");

  private ManifestPaths() {}

  static String path(DataView value) {
    String path = value.text();
    if (!PAGE.matcher(path).matches() || path.contains("/..")) {
      throw value.problem(
          DataException.BAD_VALUE, "must be a path of the service itself that begins with one /");
    }
    return path;
  }

  static String file(DataView value) {
    String path = value.text();
    if (!FILE.matcher(path).matches() || ("/" + path + "/").contains("/../")) {
      throw value.problem(
          DataException.BAD_VALUE, "must be a file beside or below the manifest, without '..'");
    }
    return path;
  }
}
