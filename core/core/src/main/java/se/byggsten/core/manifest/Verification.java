package se.byggsten.core.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.data.DataView;

/**
 * How the conformance kit walks the service with test persons.
 *
 * <p>Only test data stands here: the persons are Skatteverket's test numbers, or names that the
 * test identity provider knows.
 *
 * @param start the path of the start page
 * @param login how to log in; empty for a service without login
 * @param pages the answers, in the order of the pages
 * @param paths other pages by name, such as {@code accessibility-statement} or {@code my-cases}
 * @param packages the folder of archive packages, beside the manifest
 */
public record Verification(
    String start,
    Optional<Login> login,
    List<PageAnswers> pages,
    Map<String, String> paths,
    Optional<String> packages) {
  /** Copies the lists. */
  public Verification {
    pages = List.copyOf(pages);
    paths = Map.copyOf(paths);
  }

  /**
   * Whom to pick in the test identity provider.
   *
   * @param person the test person who applies
   * @param otherPerson another test person, who must see nothing of it
   * @param handler the test person who handles the case
   */
  public record Login(String person, Optional<String> otherPerson, Optional<String> handler) {
    static Login from(DataView map) {
      map.onlyKeys("person", "otherPerson", "handler");
      return new Login(
          map.required("person").text(),
          map.optional("otherPerson").map(DataView::text),
          map.optional("handler").map(DataView::text));
    }
  }

  /**
   * The answers of one page.
   *
   * @param page the id of the page, the last part of its path
   * @param fields the values by name of field, several for a field with several answers
   * @param files the file to attach by name of field, beside the manifest
   */
  public record PageAnswers(
      String page, Map<String, List<String>> fields, Map<String, String> files) {
    /** Copies the maps. */
    public PageAnswers {
      fields = Map.copyOf(fields);
      files = Map.copyOf(files);
    }

    static PageAnswers from(DataView map) {
      map.onlyKeys("page", "fields", "files");
      Map<String, List<String>> fields = new LinkedHashMap<>();
      map.optional("fields")
          .ifPresent(
              f ->
                  f.entries()
                      .forEach(
                          (name, value) ->
                              fields.put(
                                  name,
                                  value.isList()
                                      ? value.list().stream().map(DataView::text).toList()
                                      : List.of(value.text()))));
      Map<String, String> files = new LinkedHashMap<>();
      map.optional("files")
          .ifPresent(f -> f.entries().forEach((name, v) -> files.put(name, ManifestPaths.file(v))));
      return new PageAnswers(map.required("page").text(), fields, files);
    }

    @Override
    public String toString() {
      return "PageAnswers[" + page + ", " + fields.size() + " fields]";
    }
  }

  static Verification from(DataView map) {
    map.onlyKeys("start", "login", "pages", "paths", "packages");
    Map<String, String> paths = new LinkedHashMap<>();
    map.optional("paths")
        .ifPresent(p -> p.entries().forEach((name, v) -> paths.put(name, ManifestPaths.path(v))));
    return new Verification(
        ManifestPaths.path(map.required("start")),
        map.optional("login").map(Login::from),
        map.list("pages").stream().map(PageAnswers::from).toList(),
        paths,
        map.optional("packages").map(ManifestPaths::file));
  }
}
