package se.byggsten.archive.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A METS file of a package.
 *
 * @param path its path from the package's root folder
 * @param root its outermost element
 */
record MetsFile(String path, Element root) {
  boolean isRepresentation() {
    return path.indexOf('/') >= 0;
  }

  /** The folder that it describes, from the package's root folder; empty for the package. */
  String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The reference of an mdRef, mptr, or file by its FLocat. */
  static String href(Element element) {
    if (element.name().equals("file")) {
      return element.children().stream()
          .filter(child -> child.name().equals("FLocat"))
          .map(child -> child.attributeOrEmpty("xlink:href"))
          .findFirst()
          .orElse("");
    }
    return element.attributeOrEmpty("xlink:href");
  }

  /** The path that a reference leads to; empty when it leads nowhere in the package. */
  Optional<String> resolve(String href) {
    String local = href;
    for (String scheme : new String[] {"file:///", "file://", "file:"}) {
      if (local.startsWith(scheme)) {
        local = local.substring(scheme.length());
        break;
      }
    }
    if (local.isEmpty() || local.startsWith("/") || local.contains(":")) {
      return Optional.empty();
    }
    Deque<String> steps = new ArrayDeque<>();
    String whole = folder().isEmpty() ? decode(local) : folder() + "/" + decode(local);
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.isEmpty()) {
          return Optional.empty();
        }
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return Optional.of(String.join("/", steps));
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
