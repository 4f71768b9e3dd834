package se.byggsten.saml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Changes a message as text: its characters, and the base64 in which it is posted. */
final class TextMutations {
  private static final List<String> INSERTED =
      List.of(
          "<!-- x -->",
          "<!---->",
          "<?x y?>",
          "<![CDATA[x]]>",
          "<![CDATA[]]>",
          "]]>",
          "&#x41;",
          "&#0;",
          "&amp;",
          "&x;",
          "<",
          ">",
          "</",
          "\"",
          "'",
          " ",
          "\n",
          "\t",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "å",
          "\uD83D\uDE00",
          "<!DOCTYPE x>",
          "<!DOCTYPE x [<!ENTITY y \"z\">]>",
          "<?xml version=\"1.1\"?>",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
          " xmlns=\"\"",
          " xmlns:saml2=\"urn:x\"",
          " ID=\"_x\"",
          " xml:id=\"_x\"",
          "<x/>",
          "<saml2:Assertion>",
          "</saml2:Assertion>");

  private final SplittableRandom random;

  TextMutations(SplittableRandom random) {
    this.random = random;
  }

  String mutate(String text, String other) {
    int length = text.length();
    if (length == 0) {
      return other;
    }
    int at = random.nextInt(length);
    int to = Math.min(length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
    return switch (random.nextInt(8)) {
      case 0 ->
          text.substring(0, at)
              + (char) (text.charAt(at) ^ 1 << random.nextInt(7))
              + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(at);
      case 3 -> {
        int place = random.nextInt(length);
        yield text.substring(0, place) + text.substring(at, to) + text.substring(place);
      }
      case 4, 5 ->
          text.substring(0, at)
              + INSERTED.get(random.nextInt(INSERTED.size()))
              + text.substring(at);
      case 6 -> {
        // A tag's end is where two messages fit together.
        int cut = Math.max(0, text.indexOf('>', at));
        int rest = Math.max(0, other.indexOf('>', Math.min(at, other.length() - 1)));
        yield text.substring(0, cut) + other.substring(rest);
      }
      default -> {
        int start = Math.min(at, other.length() - 1);
        int end = Math.min(to, other.length());
        yield text.substring(0, at)
            + other.substring(start, Math.max(start, end))
            + text.substring(to);
      }
    };
  }

  /** Writes it as base64, in one case of four not as it should be. */
  String base64(String text) {
    String right = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    int at = right.isEmpty() ? 0 : random.nextInt(right.length());
    String head = right.substring(0, at);
    String tail = right.substring(at);
    return switch (random.nextInt(32)) {
      case 0 -> head + " " + tail;
      case 1 -> head + "\r\n" + tail;
      case 2 -> head + "=" + tail;
      case 3 -> right.replace('+', '-').replace('/', '_');
      case 4 -> head;
      case 5 -> head + "\u0000" + tail;
      case 6 -> head + "AAAA" + tail;
      case 7 -> right + "====";
      default -> right;
    };
  }
}
