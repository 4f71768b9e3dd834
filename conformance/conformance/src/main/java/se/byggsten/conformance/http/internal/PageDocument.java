package se.byggsten.conformance.http.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the service, read for the checks. */
public final class PageDocument {
  private final Document document;

  private PageDocument(Document document) {
    this.document = document;
  }

  /** Parses a page. */
  public static PageDocument parse(String html) {
    return new PageDocument(Jsoup.parse(html));
  }

  /** Returns the parsed page. */
  public Document document() {
    return document;
  }

  /** Returns what the page says it is, "" when it says nothing. */
  public String role() {
    return document.body().attr("data-byggsten-page").strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the theme of the page, "" when it has none. */
  public String theme() {
    return document.body().attr("data-byggsten-theme").strip();
  }

  /** Returns the title. */
  public String title() {
    return document.title();
  }

  /** Returns the language of the page, in lower case. */
  public String language() {
    Element html = document.selectFirst("html");
    return html == null ? "" : html.attr("lang").strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the main content, the whole body when it is not marked. */
  public Element main() {
    Element main = document.selectFirst("main, [role=main]");
    return main == null ? document.body() : main;
  }

  /** Returns the text of the main content. */
  public String mainText() {
    return main().text();
  }

  /** Returns the text of the whole page. */
  public String text() {
    return document.body().text();
  }

  /** Whether the text of the page has a match of the words, in any case. */
  public boolean says(String words) {
    return matches(text(), words);
  }

  /** Whether the text of the main content has a match of the words, in any case. */
  public boolean mainSays(String words) {
    return matches(mainText(), words);
  }

  /** Whether the text has a match of the words, in any case. */
  public static boolean matches(String text, String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  /** Returns the links whose text or label matches the words, those in the main content first. */
  public List<Element> links(String words) {
    List<Element> all =
        document.select("a[href]").stream()
            .filter(a -> matches(a.text() + " " + a.attr("aria-label"), words))
            .toList();
    List<Element> sorted = new java.util.ArrayList<>(all.stream().filter(this::inMain).toList());
    sorted.addAll(all.stream().filter(a -> !inMain(a)).toList());
    return sorted;
  }

  /** Returns the address of the first link whose text matches the words. */
  public Optional<String> link(String words) {
    return links(words).stream().map(a -> a.attr("href")).findFirst();
  }

  private boolean inMain(Element e) {
    return e.closest("main, [role=main]") != null;
  }

  /** Whether a control of the page is marked as wrong. */
  public boolean hasErrors() {
    return !document.select("[aria-invalid=true]").isEmpty();
  }
}
