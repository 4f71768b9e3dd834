package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the portal has sent by e-mail. */
final class Mail {
  private static final Pattern SUBJECT = Pattern.compile("Subject: =\\?utf-8\\?B\\?([^?]+)\\?=");

  private Mail() {}

  /** The files of all messages. */
  static List<Path> files() throws IOException {
    Path folder = TestPortal.running().mail();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  /** The messages in which each of the words stands. */
  static List<String> with(String... words) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = Files.readString(file, UTF_8);
      String all = subject(text) + "\n" + text;
      if (Stream.of(words).allMatch(all::contains)) {
        found.add(text);
      }
    }
    return found;
  }

  /** The subject of a message. */
  static String subject(String message) {
    Matcher subject = SUBJECT.matcher(message);
    return subject.find() ? new String(Base64.getDecoder().decode(subject.group(1)), UTF_8) : "";
  }
}
