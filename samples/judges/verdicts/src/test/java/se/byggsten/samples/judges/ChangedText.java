package se.byggsten.samples.judges;

import java.util.List;
import java.util.SplittableRandom;

/** A message with one or two random changes in its text. */
final class ChangedText {
  private static final List<String> INSERTED =
      List.of("<!-- x -->", "<?x y?>", "<![CDATA[]]>", " ", "\n", "&#x41;", "<x/>", " ID=\"_x\"");

  private ChangedText() {}

  static String of(String xml, SplittableRandom random) {
    String changed = xml;
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static String once(String xml, SplittableRandom random) {
    int at = random.nextInt(xml.length() - 1);
    int to = Math.min(xml.length(), at + 1 + random.nextInt(60));
    String head = xml.substring(0, at);
    return switch (random.nextInt(5)) {
      case 0 -> head + (char) (xml.charAt(at) ^ 1) + xml.substring(at + 1);
      case 1 -> head + xml.substring(to);
      case 2 -> xml.substring(0, to) + xml.substring(at);
      case 3 -> head + INSERTED.get(random.nextInt(INSERTED.size())) + xml.substring(at);
      default -> {
        // Beside a tag, where a change leaves the rest well-formed.
        int tag = Math.max(0, xml.indexOf('<', at));
        yield xml.substring(0, tag)
            + INSERTED.get(random.nextInt(INSERTED.size()))
            + xml.substring(tag);
      }
    };
  }
}
