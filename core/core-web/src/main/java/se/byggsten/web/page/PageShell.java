package se.byggsten.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Html;
import se.byggsten.web.WebAssets;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.Link;
import se.byggsten.web.internal.Templates;
import se.byggsten.web.internal.Texts;

/**
 * What all pages of a service share: header, footer, language and the static files.
 *
 * <p>One shell is made for each service and language; a {@link Page} is made for each request.
 */
public final class PageShell {
  private final Locale locale;
  private final String municipality;
  private final String service;
  private final String homeHref;
  private final String serviceHref;
  private final String theme;
  private final String assetPath;
  private final List<Link> footer;
  private final List<Link> navigation;
  private final Texts texts;
  private final WebAssets assets;

  private PageShell(Builder builder) {
    this.locale = builder.locale;
    this.municipality = builder.municipality;
    this.service = builder.service;
    this.homeHref = builder.homeHref;
    this.serviceHref = builder.serviceHref;
    this.theme = builder.theme;
    this.assetPath = builder.assetPath;
    this.assets = builder.assets;
    this.texts = Texts.of(locale);
    this.footer = builder.footerLinks(texts);
    this.navigation = List.copyOf(builder.navigation);
  }

  /**
   * Starts a shell.
   *
   * @param locale any language; see {@link se.byggsten.web.ShellTexts} for the texts of the shell
   * @param municipality the municipality, such as {@code Eksta kommun}
   * @param service the service, such as {@code Ansökan om kolloplats}
   * @return the builder
   */
  public static Builder builder(Locale locale, String municipality, String service) {
    return new Builder(locale, municipality, service);
  }

  /**
   * Writes a page.
   *
   * @param page what the page says
   * @return the whole document, to be sent as {@code text/html; charset=utf-8}
   */
  public String render(Page page) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("shell", this);
    parameters.put("page", page);
    parameters.put("texts", texts);
    parameters.put("assets", assets);
    return Templates.render("page.jte", parameters);
  }

  /** Returns the language. */
  public Locale locale() {
    return locale;
  }

  /** Returns the municipality. */
  public String municipality() {
    return municipality;
  }

  /** Returns the service. */
  public String service() {
    return service;
  }

  /** Returns where the municipality's name leads. */
  public String homeHref() {
    return homeHref;
  }

  /** Returns where the service's name leads. */
  public String serviceHref() {
    return serviceHref;
  }

  /** Returns the name of the theme. */
  public String theme() {
    return theme;
  }

  /** Returns the links of the footer. */
  public List<Link> footer() {
    return footer;
  }

  /** Returns the links under the header. */
  public List<Link> navigation() {
    return navigation;
  }

  /** Returns where the static files are served. */
  public String assetPath() {
    return assetPath;
  }

  /** Builds a shell. */
  public static final class Builder {
    private final Locale locale;
    private final String municipality;
    private final String service;
    private String homeHref = "/";
    private String serviceHref = "/";
    private String theme = "byggsten";
    private String assetPath = WebAssets.DEFAULT_PATH;
    private WebAssets assets = WebAssets.standard();
    private @Nullable String accessibilityHref;
    private @Nullable String privacyHref;
    private @Nullable String phone;
    private @Nullable String feedbackHref;
    private List<Link> navigation = List.of();

    private Builder(Locale locale, String municipality, String service) {
      this.locale = locale;
      this.municipality = municipality;
      this.service = service;
    }

    /** Sets where the municipality's and the service's names lead. */
    public Builder home(String homeHref, String serviceHref) {
      this.homeHref = homeHref;
      this.serviceHref = serviceHref;
      return this;
    }

    /** Names the theme, which a checker reads from {@code data-byggsten-theme}. */
    public Builder theme(String theme) {
      this.theme = theme;
      return this;
    }

    /** Sets where the static files are served, with slashes around it. */
    public Builder assetPath(String assetPath) {
      this.assetPath = assetPath;
      return this;
    }

    /** Sets the files of a theme ({@link WebAssets#of}). */
    public Builder assets(WebAssets assets) {
      this.assets = assets;
      return this;
    }

    /** Links the accessibility statement (DOS-lagen 2018:1937, 13 §). */
    public Builder accessibilityStatement(String href) {
      this.accessibilityHref = href;
      return this;
    }

    /** Links the information about personal data (GDPR, article 13). */
    public Builder privacy(String href) {
      this.privacyHref = href;
      return this;
    }

    /** Sets the telephone number, as it is to be read. */
    public Builder phone(String phone) {
      this.phone = phone;
      return this;
    }

    /** Links the feedback form. */
    public Builder feedback(String href) {
      this.feedbackHref = href;
      return this;
    }

    /** Sets links under the header, for services with several parts. */
    public Builder navigation(List<Link> links) {
      this.navigation = List.copyOf(links);
      return this;
    }

    private List<Link> footerLinks(Texts texts) {
      List<Link> links = new ArrayList<>();
      if (accessibilityHref != null) {
        links.add(link(texts.html("footer.accessibility"), accessibilityHref));
      }
      if (privacyHref != null) {
        links.add(link(texts.html("footer.privacy"), privacyHref));
      }
      if (phone != null) {
        String number = phone.replaceAll("[^0-9+]", "");
        links.add(link(texts.html("footer.phone", phone), "tel:" + number));
      }
      if (feedbackHref != null) {
        links.add(link(texts.html("footer.feedback"), feedbackHref));
      }
      return List.copyOf(links);
    }

    private static Link link(String markup, String href) {
      return new Link(Html.trusted(markup), href, null, Block.NONE);
    }

    /** Returns the shell. */
    public PageShell build() {
      return new PageShell(this);
    }
  }
}
