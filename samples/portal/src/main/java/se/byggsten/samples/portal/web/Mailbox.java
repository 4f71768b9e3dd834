package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.render.MailText;

/**
 * Takes e-mail and sends none: each lies as a file of its own in a folder, to be looked at in a
 * demonstration. The same key gives the same file, so that nothing is sent twice.
 */
final class Mailbox {
  private static final String FROM = "Eksta kommun <svara-inte@eksta.example>";

  private final Path folder;
  private final Clock clock;

  Mailbox(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Puts a message away; an address that would end its line is passed over, as no address is. */
  void put(String key, String to, MailText text) {
    if (to.isBlank() || to.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
      return;
    }
    String subject =
        "=?utf-8?B?"
            + Base64.getEncoder().encodeToString(text.subject().getBytes(StandardCharsets.UTF_8))
            + "?=";
    String date =
        DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .format(clock.instant().atZone(PortalTexts.SWEDEN));
    String message =
        "From: "
            + FROM
            + "\nTo: "
            + to
            + "\nSubject: "
            + subject
            + "\nDate: "
            + date
            + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8"
            + "\nContent-Transfer-Encoding: 8bit\n\n"
            + text.body();
    write(folder.resolve(name(key) + ".eml"), message.replace("\n", "\r\n"));
  }

  private void write(Path file, String message) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "mail-", ".part");
      Files.writeString(part, message, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says nothing of the case or the person. */
  private static String name(String key) {
    return FileContent.of(key.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, 32);
  }
}
