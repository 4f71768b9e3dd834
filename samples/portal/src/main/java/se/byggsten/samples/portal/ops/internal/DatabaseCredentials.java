package se.byggsten.samples.portal.ops.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The passwords of the two database roles: the owner of the server and the portal's own.
 *
 * @param admin the password of {@code postgres}
 * @param portal the password of {@code portal}
 */
public record DatabaseCredentials(String admin, String portal) {

  /** Reads the passwords of a folder, or makes them. */
  public static DatabaseCredentials in(Path folder) throws IOException {
    Path file = folder.resolve("passwords");
    if (!Files.exists(file)) {
      SecureRandom random = new SecureRandom();
      PrivateFiles.write(file, newPassword(random) + "\n" + newPassword(random) + "\n");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.size() != 2) {
      throw new IOException("The file " + file + " should hold two passwords");
    }
    return new DatabaseCredentials(lines.get(0), lines.get(1));
  }

  private static String newPassword(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "DatabaseCredentials[***]";
  }
}
