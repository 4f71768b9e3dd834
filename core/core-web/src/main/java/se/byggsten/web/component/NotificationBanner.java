package se.byggsten.web.component;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * Tells of something that the page is not about.
 *
 * @param title the heading
 * @param content what it tells
 * @param success true when it tells that something succeeded
 * @param headingLevel the heading's level
 * @param titleId the heading's id
 * @param role the role, or null for the usual one
 * @param disableAutoFocus whether focus stays, or null for not saying
 * @param block classes and attributes
 */
public record NotificationBanner(
    Html title,
    Html content,
    boolean success,
    int headingLevel,
    String titleId,
    @Nullable String role,
    @Nullable Boolean disableAutoFocus,
    Block block)
    implements Component {
  /** The heading's id when nothing else is said. */
  public static final String TITLE_ID = "govuk-notification-banner-title";

  /** Returns a banner about something important. */
  public static NotificationBanner important(Locale locale, String text) {
    return of(locale, "banner.important", text, false);
  }

  /** Returns a banner about a success. */
  public static NotificationBanner success(Locale locale, String text) {
    return of(locale, "banner.success", text, true);
  }

  private static NotificationBanner of(Locale locale, String key, String text, boolean success) {
    return new NotificationBanner(
        Html.trusted(Texts.of(locale).html(key)),
        heading(Html.text(text)),
        success,
        2,
        TITLE_ID,
        null,
        null,
        Block.NONE);
  }

  /** Returns content of one line. */
  public static Html heading(Html text) {
    return Render.html(
        Element.of("p").cls("govuk-notification-banner__heading").html(text.value()));
  }

  @Override
  public Html toHtml() {
    String usual = success ? "alert" : "region";
    return Render.html(
        block
            .on(
                "div",
                "govuk-notification-banner",
                success ? "govuk-notification-banner--success" : null)
            .attr("role", role == null ? usual : role)
            .attr("aria-labelledby", titleId)
            .attr("data-module", "govuk-notification-banner")
            .attr(
                "data-disable-auto-focus",
                disableAutoFocus == null ? null : disableAutoFocus.toString())
            .add(
                Element.of("div")
                    .cls("govuk-notification-banner__header")
                    .add(
                        Element.of("h" + headingLevel)
                            .cls("govuk-notification-banner__title")
                            .attr("id", titleId)
                            .html(title.value())))
            .add(
                Element.of("div").cls("govuk-notification-banner__content").html(content.value())));
  }
}
