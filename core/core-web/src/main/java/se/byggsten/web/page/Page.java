package se.byggsten.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Html;

/**
 * One page: what differs from the others of its service.
 *
 * @param id what the page is, for checkers and measurements; never anything about a person
 * @param title the step or the page's heading; the shell adds service and municipality
 * @param error true when something must be put right, which the title then says first
 * @param body the content of main
 * @param aboveMain markup between header and main, such as a back link or breadcrumbs
 * @param progress how far the citizen has come, or null
 * @param loggedIn who is logged in, or null
 * @param languages the same page in the other languages
 * @param timeout when the session ends, or null
 * @param layout how wide the page is
 */
public record Page(
    String id,
    String title,
    boolean error,
    Html body,
    Html aboveMain,
    @Nullable Progress progress,
    @Nullable LoggedIn loggedIn,
    List<LanguageLink> languages,
    @Nullable SessionTimeout timeout,
    Layout layout) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

  /** How wide a page is. */
  public enum Layout {
    /** A card of reading width: questions, review, receipt. */
    CARD,
    /** A card of the full width: lists and cases. */
    WIDE,
    /** No card: the body brings its own. */
    PLAIN
  }

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException when the id is not lower-case words joined by hyphens
   */
  public Page {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("Not the id of a page: [" + id + "]");
    }
    languages = List.copyOf(languages);
  }

  /** Starts a page. */
  public static Builder builder(String id, String title) {
    return new Builder(id, title);
  }

  /** Leaves out all but the id. */
  @Override
  public String toString() {
    return "Page[" + id + "]";
  }

  /** Builds a page. */
  public static final class Builder {
    private final String id;
    private final String title;
    private boolean error;
    private Html body = Html.EMPTY;
    private Html aboveMain = Html.EMPTY;
    private @Nullable Progress progress;
    private @Nullable LoggedIn loggedIn;
    private final List<LanguageLink> languages = new ArrayList<>();
    private @Nullable SessionTimeout timeout;
    private Layout layout = Layout.CARD;

    private Builder(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** Says whether something must be put right. */
    public Builder error(boolean error) {
      this.error = error;
      return this;
    }

    /** Sets the content of main. */
    public Builder body(Html body) {
      this.body = body;
      return this;
    }

    /** Sets markup between header and main. */
    public Builder aboveMain(Html markup) {
      this.aboveMain = markup;
      return this;
    }

    /** Sets how far the citizen has come. */
    public Builder progress(@Nullable Progress progress) {
      this.progress = progress;
      return this;
    }

    /** Sets who is logged in. */
    public Builder loggedIn(@Nullable LoggedIn loggedIn) {
      this.loggedIn = loggedIn;
      return this;
    }

    /**
     * Adds the same page in another language, to which the form of the page is posted, so that what
     * is written and not yet sent is kept.
     */
    public Builder language(Locale locale, String action, String form, String name, String value) {
      return language(new LanguageLink(locale, action, form, name, value));
    }

    Builder language(LanguageLink link) {
      languages.add(link);
      return this;
    }

    /** Adds the same page in another language. */
    public Builder language(Locale locale, String href) {
      languages.add(new LanguageLink(locale, href));
      return this;
    }

    /** Sets when the session ends. */
    public Builder timeout(@Nullable SessionTimeout timeout) {
      this.timeout = timeout;
      return this;
    }

    /** Sets how wide the page is. */
    public Builder layout(Layout layout) {
      this.layout = layout;
      return this;
    }

    /** Returns the page. */
    public Page build() {
      return new Page(
          id, title, error, body, aboveMain, progress, loggedIn, languages, timeout, layout);
    }
  }
}
