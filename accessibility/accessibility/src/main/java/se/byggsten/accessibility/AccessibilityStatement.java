package se.byggsten.accessibility;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * An accessibility statement (<i>tillgänglighetsredogörelse</i>), as data.
 *
 * <p>The content is what 13 § of the act (2018:1937) on accessibility to digital public services,
 * Digg's regulation (MDFFS 2019:2) and the model in (EU) 2018/1523 ask for. Rendered by {@link
 * #toHtml}; read back from any page by {@link AccessibilityStatementCheck}.
 */
public final class AccessibilityStatement {
  /** Where a complaint is made to Digg. */
  public static final String COMPLAINT_ADDRESS = "https://www.digg.se/tdosanmalan";

  private static final String BUNDLE = "se.byggsten.accessibility.statement";

  /** How far the service complies with the act. */
  public enum Status {
    /** Fully; there are no shortcomings. */
    FULL,
    /** Partially; the shortcomings are listed. */
    PARTIAL,
    /** Not; the shortcomings are listed. */
    NONE
  }

  /** Why something is not accessible. */
  public enum Reason {
    /** It breaks the requirements. */
    NOT_COMPLIANT,
    /** To adapt it would be a disproportionate burden (12 § of the act). */
    DISPROPORTIONATE_BURDEN,
    /** The act does not cover it. */
    OUT_OF_SCOPE
  }

  /** Who assessed the service. */
  public enum Method {
    /** The actor itself. */
    SELF,
    /** Somebody else. */
    EXTERNAL
  }

  /**
   * Something that is not accessible.
   *
   * @param description what is wrong and for whom, in plain language
   * @param reason why it is so
   * @param alternative what one can do instead
   * @param correctedBy when it will be put right
   */
  public record Shortcoming(
      String description,
      Reason reason,
      Optional<String> alternative,
      Optional<LocalDate> correctedBy) {}

  private final String actor;
  private final String service;
  private final List<String> covered;
  private final Status status;
  private final List<Shortcoming> shortcomings;
  private final LocalDate assessed;
  private final Method method;
  private final LocalDate updated;
  private final String messagePath;
  private final String phone;

  private AccessibilityStatement(Builder b) {
    actor = text(b.actor, "actor");
    service = text(b.service, "service");
    covered = List.copyOf(b.covered);
    status = Objects.requireNonNull(b.status, "status");
    shortcomings = List.copyOf(b.shortcomings);
    assessed = Objects.requireNonNull(b.assessed, "assessed");
    method = b.method;
    updated = Objects.requireNonNull(b.updated, "updated");
    messagePath = text(b.messagePath, "messagePath");
    phone = text(b.phone, "phone");
    if ((status == Status.FULL) != shortcomings.isEmpty()) {
      throw new IllegalArgumentException(
          "A statement has shortcomings exactly when the service is not fully compliant");
    }
    if (covered.isEmpty() || updated.isBefore(assessed)) {
      throw new IllegalArgumentException(
          "A statement covers something, and is updated when the service has been assessed");
    }
  }

  private static String text(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("An accessibility statement needs its " + name);
    }
    return value;
  }

  /**
   * Returns a builder; everything but the shortcomings and the method must be given.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the status.
   *
   * @return how far the service complies
   */
  public Status status() {
    return status;
  }

  /**
   * Returns the known shortcomings.
   *
   * @return empty when the service is fully compliant
   */
  public List<Shortcoming> shortcomings() {
    return shortcomings;
  }

  /**
   * Returns when the statement was last updated.
   *
   * @return the day
   */
  public LocalDate updated() {
    return updated;
  }

  /**
   * Renders the statement as the inner HTML of a page.
   *
   * <p>It begins at heading level 2: the page gives the h1.
   *
   * @param locale English for English, else Swedish
   * @return HTML, all values escaped
   */
  public String toHtml(Locale locale) {
    Locale language =
        locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("sv");
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    StringBuilder html = new StringBuilder(4000);
    paragraph(html, format(texts, "actor", actor, service));
    paragraph(html, texts.getString("covered"));
    list(html, covered);
    heading(html, texts.getString("heading.status"));
    paragraph(html, texts.getString("status." + status));
    heading(html, texts.getString("heading.shortcomings"));
    if (shortcomings.isEmpty()) {
      paragraph(html, texts.getString("shortcomings.none"));
    }
    for (Reason reason : Reason.values()) {
      shortcomings(html, texts, reason, day);
    }
    heading(html, texts.getString("heading.message"));
    html.append("<p>").append(escape(texts.getString("message.before"))).append(' ');
    link(html, messagePath, texts.getString("message.link"));
    html.append(". ").append(escape(format(texts, "message.after", phone))).append("</p>\n");
    heading(html, texts.getString("heading.digg"));
    html.append("<p>").append(escape(texts.getString("digg.before"))).append(' ');
    link(html, COMPLAINT_ADDRESS, texts.getString("digg.link"));
    html.append(".</p>\n");
    heading(html, texts.getString("heading.assessment"));
    paragraph(html, texts.getString("method." + method));
    dated(html, texts, "assessed", assessed, day);
    dated(html, texts, "updated", updated, day);
    return html.toString();
  }

  private void shortcomings(
      StringBuilder html, ResourceBundle texts, Reason reason, DateTimeFormatter day) {
    List<Shortcoming> own = shortcomings.stream().filter(s -> s.reason() == reason).toList();
    if (own.isEmpty()) {
      return;
    }
    html.append("<h3 class=\"govuk-heading-s\">")
        .append(escape(texts.getString("reason." + reason)))
        .append("</h3>\n");
    list(
        html,
        own.stream()
            .map(
                s ->
                    s.description()
                        + s.alternative().map(a -> " " + format(texts, "alternative", a)).orElse("")
                        + s.correctedBy()
                            .map(d -> " " + format(texts, "fix", day.format(d)))
                            .orElse(""))
            .toList());
  }

  private static void dated(
      StringBuilder html, ResourceBundle texts, String key, LocalDate date, DateTimeFormatter day) {
    String[] around = texts.getString(key).split("\\{0\\}", -1);
    html.append("<p class=\"govuk-body\">")
        .append(escape(around[0]))
        .append("<time datetime=\"")
        .append(date)
        .append("\">")
        .append(escape(day.format(date)))
        .append("</time>")
        .append(escape(around[1]))
        .append("</p>\n");
  }

  private static String format(ResourceBundle texts, String key, Object... values) {
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
  }

  private static void heading(StringBuilder html, String text) {
    html.append("<h2 class=\"govuk-heading-m\">").append(escape(text)).append("</h2>\n");
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p class=\"govuk-body\">").append(escape(text)).append("</p>\n");
  }

  private static void list(StringBuilder html, List<String> items) {
    html.append("<ul class=\"govuk-list govuk-list--bullet\">");
    items.forEach(item -> html.append("<li>").append(escape(item)).append("</li>"));
    html.append("</ul>\n");
  }

  private static void link(StringBuilder html, String address, String text) {
    html.append("<a class=\"govuk-link\" href=\"")
        .append(escape(address))
        .append("\">")
        .append(escape(text))
        .append("</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Gathers the parts of a statement. */
  public static final class Builder {
    private @Nullable String actor;
    private @Nullable String service;
    private List<String> covered = List.of();
    private @Nullable Status status;
    private List<Shortcoming> shortcomings = List.of();
    private @Nullable LocalDate assessed;
    private Method method = Method.SELF;
    private @Nullable LocalDate updated;
    private @Nullable String messagePath;
    private @Nullable String phone;

    private Builder() {}

    /**
     * Sets who is responsible for the service.
     *
     * @param value the name of the authority or municipality
     * @return this
     */
    public Builder actor(String value) {
      actor = value;
      return this;
    }

    /**
     * Sets the name of the service.
     *
     * @param value the name as citizens see it
     * @return this
     */
    public Builder service(String value) {
      service = value;
      return this;
    }

    /**
     * Sets what the statement covers.
     *
     * @param value at least one service or part of one
     * @return this
     */
    public Builder covered(List<String> value) {
      covered = value;
      return this;
    }

    /**
     * Sets how far the service complies.
     *
     * @param value the status
     * @return this
     */
    public Builder status(Status value) {
      status = value;
      return this;
    }

    /**
     * Sets the known shortcomings.
     *
     * @param value empty only when the service is fully compliant
     * @return this
     */
    public Builder shortcomings(List<Shortcoming> value) {
      shortcomings = value;
      return this;
    }

    /**
     * Sets when the service was last assessed, and by whom.
     *
     * @param day the day
     * @param by who assessed
     * @return this
     */
    public Builder assessed(LocalDate day, Method by) {
      assessed = day;
      method = by;
      return this;
    }

    /**
     * Sets when the statement was last updated.
     *
     * @param value the day; not before the assessment
     * @return this
     */
    public Builder updated(LocalDate value) {
      updated = value;
      return this;
    }

    /**
     * Sets where shortcomings are reported: a form that needs no login.
     *
     * @param value a path or address
     * @return this
     */
    public Builder messagePath(String value) {
      messagePath = value;
      return this;
    }

    /**
     * Sets the telephone number to call instead.
     *
     * @param value the number as written
     * @return this
     */
    public Builder phone(String value) {
      phone = value;
      return this;
    }

    /**
     * Returns the statement.
     *
     * @return the statement
     * @throws IllegalArgumentException when a part is missing or parts contradict each other
     */
    public AccessibilityStatement build() {
      return new AccessibilityStatement(this);
    }
  }
}
