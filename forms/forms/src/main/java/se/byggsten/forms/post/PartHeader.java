package se.byggsten.forms.post;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a part: for which field it is, and the file name if it is a file.
 *
 * <p>Browsers write a quote in a name as {@code %22} and never use {@code filename*} (RFC 7578,
 * 4.2).
 */
record PartHeader(String name, @Nullable String fileName) {
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"\r\n]*)\"");
  private static final Pattern FILE = Pattern.compile("[;\\s]filename=\"([^\"\r\n]*)\"");

  static PartHeader parse(String head) {
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        Matcher name = NAME.matcher(line);
        Matcher file = FILE.matcher(line);
        if (name.find() && line.contains("form-data")) {
          return new PartHeader(
              unescape(name.group(1)), file.find() ? unescape(file.group(1)) : null);
        }
      }
    }
    throw PostReader.malformed();
  }

  private static String unescape(String text) {
    return text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }
}
