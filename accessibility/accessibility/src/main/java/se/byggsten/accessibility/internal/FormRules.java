package se.byggsten.accessibility.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The rules about forms: what is asked for, what is required, and what went wrong. */
final class FormRules {
  private static final Set<String> CONTROLS = Set.of("input", "select", "textarea");

  /** The word in Swedish, English or Finnish, or the sign for languages that lack a sure word. */
  private static final Pattern ERROR_TITLE =
      Pattern.compile("(?iu)(?:(?:fel|error|virhe)\\b|\\(!\\))");

  private static final Pattern REQUIRED_WORD =
      Pattern.compile(
          "(?iu).*(obligatorisk|måste|krävs|required|mandatory|must).*", Pattern.DOTALL);
  private static final Pattern OPTIONAL_RULE =
      Pattern.compile(
          "(?iu).*(alla (frågor|fält|uppgifter).{0,80}(frivillig|valfri|måste)|(all|every) (question|field)s?.{0,80}(optional|must|required)|\\((frivilligt|valfritt|optional)\\)).*",
          Pattern.DOTALL);

  private FormRules() {}

  static Map<String, Function<Dom, List<Hit>>> all() {
    return Map.of(
        "A11Y-AUTOCOMPLETE", FormRules::autocomplete,
        "A11Y-ERROR-DESCRIBED", FormRules::errorDescribed,
        "A11Y-ERROR-SUMMARY", FormRules::errorSummary,
        "A11Y-ERROR-TITLE", FormRules::errorTitle,
        "A11Y-REQUIRED-TEXT", FormRules::requiredText);
  }

  private static List<Hit> autocomplete(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element e : dom.tags("input", "select", "textarea")) {
      String value = Dom.lower(e.attr("autocomplete"));
      boolean fixed =
          Set.of("hidden", "button", "submit", "reset").contains(Dom.lower(e.attr("type")));
      if (value.isEmpty()
          || fixed
          || !dom.exposed(e)
          || dom.disabled(e)
          || "true".equals(Dom.lower(e.attr("aria-disabled")))
          || value.equals("on")
          || value.equals("off")) {
        continue;
      }
      if (!validAutocomplete(value)) {
        hits.add(new Hit(e, "autocomplete har ett värde som inte finns i HTML"));
      }
    }
    return hits;
  }

  static boolean validAutocomplete(String value) {
    List<String> tokens = new ArrayList<>(Dom.tokens(Dom.lower(value)));
    Iterator<String> left = tokens.iterator();
    String token = left.hasNext() ? left.next() : "";
    if (token.startsWith("section-")) {
      token = next(left);
    }
    if (Set.of("shipping", "billing").contains(token)) {
      token = next(left);
    }
    boolean kind = Set.of("home", "work", "mobile", "fax", "pager").contains(token);
    if (kind) {
      token = next(left);
    }
    boolean known =
        Aria.TABLES.autofillContact.contains(token)
            || (!kind && Aria.TABLES.autofill.contains(token));
    String last = next(left);
    return known && (last.isEmpty() || (last.equals("webauthn") && !left.hasNext()));
  }

  private static String next(Iterator<String> left) {
    return left.hasNext() ? left.next() : "";
  }

  private static List<Element> wrong(Dom dom) {
    return dom.all().stream()
        .filter(e -> dom.exposed(e) && "true".equals(Dom.lower(e.attr("aria-invalid"))))
        .toList();
  }

  private static List<Hit> errorDescribed(Dom dom) {
    Names names = new Names(dom);
    List<Hit> hits = new ArrayList<>();
    for (Element e : wrong(dom)) {
      boolean described = !names.description(e).isEmpty();
      for (Element at = e.parent(); at != null && !described; at = at.parent()) {
        described = at.normalName().equals("fieldset") && !names.description(at).isEmpty();
      }
      if (!described) {
        hits.add(new Hit(e, "fältet är märkt som fel utan text som säger vad som är fel"));
      }
    }
    return hits;
  }

  /**
   * Returns the summary of errors: an alert, or a part of the page so marked, that links to fields.
   */
  static List<Element> summaries(Dom dom) {
    return dom.all().stream()
        .filter(
            e ->
                dom.exposed(e)
                    && ("alert".equals(Roles.explicit(e))
                        || e.className().contains("error-summary"))
                    && !e.select("a[href^=#]").isEmpty())
        .toList();
  }

  private static List<Hit> errorSummary(Dom dom) {
    List<Hit> hits = new ArrayList<>();
    for (Element summary : summaries(dom)) {
      for (Element link : summary.select("a[href^=#]")) {
        Element target = dom.byId(link.attr("href").substring(1));
        if (target == null || !dom.rendered(target)) {
          hits.add(new Hit(link, "länken i felsammanfattningen leder ingenstans"));
        }
      }
    }
    return hits;
  }

  private static List<Hit> errorTitle(Dom dom) {
    String title = dom.document().title();
    return wrong(dom).isEmpty() || ERROR_TITLE.matcher(title).lookingAt()
        ? List.of()
        : List.of(new Hit(dom.document(), "sidan visar fel men titeln säger det inte"));
  }

  private static List<Hit> requiredText(Dom dom) {
    Names names = new Names(dom);
    List<Hit> hits = new ArrayList<>();
    String page = null;
    for (Element e : dom.all()) {
      boolean required =
          (CONTROLS.contains(e.normalName()) && e.hasAttr("required"))
              || "true".equals(Dom.lower(e.attr("aria-required")));
      if (!required || !dom.exposed(e)) {
        continue;
      }
      StringBuilder near = new StringBuilder(names.of(e)).append(' ').append(names.description(e));
      Element group = e.closest("fieldset");
      if (group != null) {
        near.append(' ').append(names.of(group)).append(' ').append(names.description(group));
      }
      if (REQUIRED_WORD.matcher(near).matches()) {
        continue;
      }
      page = page == null ? dom.shownText(dom.document()) : page;
      if (!OPTIONAL_RULE.matcher(page).matches()) {
        hits.add(new Hit(e, "fältet måste fyllas i, men det står inte i text"));
      }
    }
    return hits;
  }
}
