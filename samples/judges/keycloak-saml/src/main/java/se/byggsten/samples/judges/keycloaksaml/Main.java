package se.byggsten.samples.judges.keycloaksaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges responses, one line each.
 *
 * <p>Arguments: the file of the scene ({@code name value} on each line) and the file of the
 * responses ({@code name request-id base64} on each line). One line for each response: its name and
 * the verdict. Exits 0 when it has judged, 2 when it cannot.
 */
public final class Main {
  private Main() {}

  /**
   * Judges the responses.
   *
   * @param args the scene and the responses
   */
  public static void main(String[] args) {
    try {
      judge(Path.of(args[0]), Path.of(args[1]));
    } catch (Exception e) {
      System.err.println("Cannot judge: " + e);
      System.exit(2);
    }
    System.exit(0);
  }

  private static void judge(Path scene, Path responses) throws IOException, GeneralSecurityException {
    Map<String, String> facts =
        Files.readAllLines(scene).stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    KeycloakSaml judge = new KeycloakSaml(facts);
    for (String line : Files.readAllLines(responses)) {
      String[] parts = line.split(" ", 2);
      System.out.println(parts[0] + " " + judge.apply(parts[1]));
    }
  }
}
