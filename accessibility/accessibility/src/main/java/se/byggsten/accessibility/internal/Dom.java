package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A parsed page with what the rules ask of it, worked out once, in bounded time. */
public final class Dom {
  private static final int MAX_CHARACTERS = 8_000_000;
  private static final int MAX_DEPTH = 400;
  private static final int MAX_ELEMENTS = 200_000;
  private static final Pattern FOREIGN_ROOT =
      Pattern.compile(
          "\\A\\uFEFF?\\s*(<\\?xml[^>]{0,200}>)?\\s*(<!--.{0,2000}?-->\\s*)*<(svg|math)\\b",
          Pattern.DOTALL);
  private static final Set<String> NEVER_SHOWN =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "title",
          "meta",
          "link",
          "base",
          "datalist",
          "param",
          "source",
          "track");

  private static final Pattern FAR_OUT = Pattern.compile("-\\d{3,}(\\.\\d+)?(px|em|rem)|-\\d{4,}");

  private enum Seen {
    SHOWN,
    INVISIBLE,
    NOT_RENDERED
  }

  private final Document document;
  private final boolean html;
  private final boolean cut;
  private final Styles styles;
  private final IdentityHashMap<Element, Optional<String>> roles = new IdentityHashMap<>();
  private final List<Element> elements = new ArrayList<>();
  private final Map<String, Element> byId = new HashMap<>();
  private final IdentityHashMap<Element, Seen> seen = new IdentityHashMap<>();
  private final Set<Element> ariaHidden =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<Element>> labelsFor = new HashMap<>();

  private Dom(Document document, boolean html, boolean truncated) {
    this.document = document;
    this.html = html;
    this.cut = !walk() || truncated;
    this.styles = new Styles(document);
    settle();
  }

  /** Parses what may be HTML; never fails, whatever it is given. */
  public static Dom parse(String source) {
    boolean truncated = source.length() > MAX_CHARACTERS;
    String text = truncated ? source.substring(0, MAX_CHARACTERS) : source;
    return new Dom(Jsoup.parse(text), !FOREIGN_ROOT.matcher(text).find(), truncated);
  }

  /** Returns whether the page was larger or deeper than what is read. */
  public boolean cut() {
    return cut;
  }

  Document document() {
    return document;
  }

  /** Whether the document is HTML, and not SVG or MathML alone. */
  boolean html() {
    return html;
  }

  Styles styles() {
    return styles;
  }

  /** Returns every element, in document order. */
  List<Element> all() {
    return elements;
  }

  List<Element> tags(String... names) {
    Set<String> wanted = Set.of(names);
    return elements.stream().filter(e -> wanted.contains(e.normalName())).toList();
  }

  @Nullable Element byId(String id) {
    return byId.get(id);
  }

  /** Returns the role of the element, worked out once. */
  @Nullable String role(Element e) {
    Optional<String> known = roles.get(e);
    if (known == null) {
      known = Optional.ofNullable(Roles.compute(this, e));
      roles.put(e, known);
    }
    return known.orElse(null);
  }

  List<Element> labelsFor(Element control) {
    List<Element> labels = new ArrayList<>();
    if (!control.id().isEmpty()) {
      labels.addAll(labelsFor.getOrDefault(control.id(), List.of()));
    }
    Element at = control.parent();
    for (; at != null; at = at.parent()) {
      if (at.normalName().equals("label") && !at.hasAttr("for") && !labels.contains(at)) {
        labels.add(at);
      }
    }
    return labels;
  }

  /** Whether the element takes part in the page as shown. */
  boolean rendered(Element e) {
    return seen.get(e) == Seen.SHOWN;
  }

  boolean hiddenFromAssistiveTechnology(Element e) {
    return ariaHidden.contains(e);
  }

  /** Whether the element reaches assistive technology. */
  boolean exposed(Element e) {
    return rendered(e) && !ariaHidden.contains(e);
  }

  /** Whether somebody sees it: shown, and not moved out of the page. */
  boolean visible(Element e) {
    if (!rendered(e)) {
      return false;
    }
    for (Element at = e; at != null; at = at.parent()) {
      String position = styles.value(at, "position");
      if ((position.startsWith("absolute") || position.startsWith("fixed"))
          && FAR_OUT.matcher(styles.value(at, "top") + " " + styles.value(at, "left")).find()) {
        return false;
      }
    }
    return true;
  }

  boolean disabled(Element e) {
    Set<String> kinds = Set.of("button", "input", "select", "textarea", "fieldset", "option");
    if (kinds.contains(e.normalName()) && e.hasAttr("disabled")) {
      return true;
    }
    for (Element at = e.parent(); at != null; at = at.parent()) {
      if (at.normalName().equals("fieldset") && at.hasAttr("disabled")) {
        return true;
      }
    }
    return false;
  }

  boolean focusable(Element e) {
    if (!rendered(e)) {
      return false;
    }
    if (tabindex(e) != null) {
      return !disabled(e);
    }
    return switch (e.normalName()) {
      case "a", "area" -> e.hasAttr("href");
      case "button", "select", "textarea" -> !disabled(e);
      case "input" -> !disabled(e) && !"hidden".equalsIgnoreCase(e.attr("type"));
      case "iframe" -> true;
      case "summary" ->
          e.parent() != null
              && e.parent().normalName().equals("details")
              && e.parent().children().stream()
                  .filter(c -> c.normalName().equals("summary"))
                  .findFirst()
                  .orElse(e)
                  .equals(e);
      case "audio", "video" -> e.hasAttr("controls");
      default ->
          e.hasAttr("contenteditable") && !"false".equalsIgnoreCase(e.attr("contenteditable"));
    };
  }

  boolean inTabOrder(Element e) {
    Integer index = tabindex(e);
    return focusable(e) && (index == null || index >= 0);
  }

  static @Nullable Integer tabindex(Element e) {
    String value = e.attr("tabindex").strip();
    return value.matches("[+-]?\\d{1,6}") ? Integer.valueOf(value) : null;
  }

  /** Whether there is an element, and it is shown. */
  boolean shown(@Nullable Element e) {
    return e != null && rendered(e);
  }

  /** Returns the text that is shown in the element. */
  String shownText(Element e) {
    StringBuilder text = new StringBuilder();
    e.traverse(
        (Node node, int depth) -> {
          if (node instanceof TextNode t && shown(t.parent())) {
            text.append(' ').append(t.text());
          }
        });
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  /** Elements in document order, as many and as deep as are read; false when some were left out. */
  private boolean walk() {
    boolean[] whole = {true};
    document.traverse(
        (Node node, int depth) -> {
          if (node instanceof Element e && !node.equals(document)) {
            if (elements.size() >= MAX_ELEMENTS || depth > MAX_DEPTH) {
              whole[0] = false;
              return;
            }
            elements.add(e);
            if (!e.id().isEmpty()) {
              byId.putIfAbsent(e.id(), e);
            }
            if (e.normalName().equals("label") && e.hasAttr("for")) {
              labelsFor.computeIfAbsent(e.attr("for"), k -> new ArrayList<>()).add(e);
            }
          }
        });
    return whole[0];
  }

  private void settle() {
    for (Element e : elements) {
      Element parent = e.parent();
      Seen above = parent == null ? Seen.SHOWN : seen.getOrDefault(parent, Seen.SHOWN);
      seen.put(e, own(e, parent, above));
      if ("true".equalsIgnoreCase(e.attr("aria-hidden").strip())
          || (parent != null && ariaHidden.contains(parent))) {
        ariaHidden.add(e);
      }
    }
  }

  private Seen own(Element e, @Nullable Element parent, Seen above) {
    if (above == Seen.NOT_RENDERED || NEVER_SHOWN.contains(e.normalName())) {
      return Seen.NOT_RENDERED;
    }
    String display = styles.value(e, "display");
    boolean closedDialog = e.normalName().equals("dialog") && !e.hasAttr("open");
    boolean closedDetails =
        parent != null
            && parent.normalName().equals("details")
            && !parent.hasAttr("open")
            && !e.normalName().equals("summary");
    boolean hiddenInput =
        e.normalName().equals("input") && "hidden".equalsIgnoreCase(e.attr("type"));
    if (display.startsWith("none")
        || (display.isEmpty() && (e.hasAttr("hidden") || closedDialog))
        || closedDetails
        || hiddenInput) {
      return Seen.NOT_RENDERED;
    }
    String visibility = styles.value(e, "visibility");
    if (visibility.startsWith("hidden") || visibility.startsWith("collapse")) {
      return Seen.INVISIBLE;
    }
    return visibility.startsWith("visible") ? Seen.SHOWN : above;
  }

  /** Splits a list of ids or tokens. */
  static Set<String> tokens(String value) {
    Set<String> found = new java.util.LinkedHashSet<>();
    for (String token : value.strip().split("\\s+", -1)) {
      if (!token.isEmpty()) {
        found.add(token);
      }
    }
    return found;
  }

  static String lower(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }
}
