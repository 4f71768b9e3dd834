package se.byggsten.samples.portal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.byggsten.samples.portal.ops.EmbeddedDatabase;
import se.byggsten.samples.portal.ops.internal.PrivateFiles;

/**
 * Where the demo keeps things.
 *
 * @param data the folder of everything that is kept between starts
 * @param binaries where PostgreSQL's programs are unpacked; shared by all demos of a checkout
 */
record DemoFolders(Path data, Path binaries) {
  private static final String MARKER = ".byggsten-demo";
  private static final List<String> OWN = List.of("tls", "portal", "archive", "test-idp");

  /**
   * Makes the data folder the demo's own.
   *
   * @throws DemoException {@code DEMO-FOLDER-FOREIGN} when something else lies in it
   */
  void claim() {
    Path marker = data.resolve(MARKER);
    try {
      Files.createDirectories(data);
      if (!Files.exists(marker)) {
        try (Stream<Path> content = Files.list(data)) {
          if (content.findAny().isPresent()) {
            throw new DemoException(
                "DEMO-FOLDER-FOREIGN",
                "Mappen är varken tom eller demons egen. / The folder is neither empty nor the"
                    + " demo's own; choose another with --data: "
                    + data);
          }
        }
        Files.createFile(marker);
        PrivateFiles.folder(data);
      }
    } catch (IOException cannotUse) {
      throw unusable(cannotUse);
    }
  }

  /** Deletes what earlier demos left in the claimed folder, and nothing else. */
  void reset() {
    EmbeddedDatabase.erase(database(), binaries);
    try {
      for (String name : OWN) {
        PrivateFiles.deleteTree(data.resolve(name));
      }
    } catch (IOException cannotDelete) {
      throw unusable(cannotDelete);
    }
  }

  Path database() {
    return data.resolve("database");
  }

  Path tls() {
    return data.resolve("tls");
  }

  Path portal() {
    return data.resolve("portal");
  }

  Path archive() {
    return data.resolve("archive");
  }

  /** Where the receipts lie that would have been sent by e-mail. */
  Path mail() {
    return portal().resolve("mail");
  }

  Path identityProvider() {
    return data.resolve("test-idp");
  }

  private DemoException unusable(IOException cause) {
    return new DemoException(
        "DEMO-FOLDER-UNUSABLE",
        "Mappen går inte att använda. / The folder cannot be used: " + data,
        cause);
  }
}
