package se.byggsten.testidp.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page says, as far as it helps whoever looks for a fault. */
public final class PageText {
  private static final int LOOKED_AT = 200_000;
  private static final int SHOWN = 300;
  private static final int BEFORE_CODE = 40;
  private static final int AFTER_CODE = 60;
  private static final int LONGEST_HEADING = 120;
  private static final Pattern AROUND =
      Pattern.compile("<(/?)(script|style|head|header|nav|footer)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,4000}>");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![A-Za-z0-9-])[A-Z][A-Z0-9]{1,20}(?:-[A-Z0-9]{2,20}){1,5}(?![A-Za-z0-9-])");
  private static final Pattern OWN = Pattern.compile("TESTIDP-[A-Z-]{3,40}: [^<]{1,700}");

  private PageText() {}

  /** Returns why a test identity provider does not answer; empty when the page is none of its. */
  public static String refusal(HttpFetch.Answer page) {
    Matcher own = OWN.matcher(start(page.body()));
    return own.find() ? spaced(PageForm.plain(own.group())) : "";
  }

  /** Returns the first heading; empty when there is none. */
  public static String heading(HttpFetch.Answer page) {
    String body = start(page.body());
    String lower = body.toLowerCase(Locale.ROOT);
    int from = lower.indexOf("<h1");
    int open = from < 0 ? -1 : lower.indexOf('>', from);
    int end = open < 0 ? -1 : lower.indexOf("</h1", open);
    return end < 0 ? "" : cut(words(body.substring(open + 1, end)), LONGEST_HEADING);
  }

  /** Returns the first code such as {@code SAML-AUDIENCE}; empty when there is none. */
  public static String code(HttpFetch.Answer page) {
    Matcher code = CODE.matcher(content(page));
    return code.find() ? code.group() : "";
  }

  /**
   * Returns the beginning of what the page says, without what stands around its content, and, where
   * it comes later, the code with the words beside it.
   */
  public static String summary(HttpFetch.Answer page) {
    String text = content(page);
    if (text.length() <= SHOWN) {
      return text;
    }
    Matcher code = CODE.matcher(text);
    if (!code.find() || code.end() <= SHOWN) {
      return cut(text, SHOWN);
    }
    int from = Math.max(0, code.start() - BEFORE_CODE);
    String found = text.substring(from, Math.min(text.length(), code.end() + AFTER_CODE));
    return cut(text, SHOWN - BEFORE_CODE - AFTER_CODE) + " … " + found.strip();
  }

  private static String content(HttpFetch.Answer page) {
    return words(withoutAround(start(page.body())));
  }

  /** Looks at each part once, so that a hostile page takes no longer than another. */
  private static String withoutAround(String html) {
    StringBuilder kept = new StringBuilder();
    Matcher around = AROUND.matcher(html);
    String within = "";
    int from = 0;
    while (around.find()) {
      String name = around.group(2).toLowerCase(Locale.ROOT);
      boolean ends = !around.group(1).isEmpty();
      if (within.isEmpty() && !ends) {
        kept.append(html, from, around.start());
        within = name;
      } else if (ends && name.equals(within)) {
        within = "";
        from = around.start();
      }
    }
    return within.isEmpty() ? kept.append(html.substring(from)).toString() : kept.toString();
  }

  private static String words(String html) {
    return spaced(PageForm.plain(TAG.matcher(html).replaceAll(" ")));
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), LOOKED_AT));
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length).strip() + " …" : text;
  }
}
