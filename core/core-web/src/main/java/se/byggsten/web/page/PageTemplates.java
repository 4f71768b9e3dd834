package se.byggsten.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlTemplate;
import se.byggsten.web.Languages;
import se.byggsten.web.Passage;
import se.byggsten.web.WebAssets;
import se.byggsten.web.internal.Holes;
import se.byggsten.web.internal.Templates;
import se.byggsten.web.internal.Texts;

/**
 * The pages of one shell, drawn once for each shape with holes for what differs between requests.
 *
 * <p>A service has as many shapes as it has steps, a few times over; there is a bound all the same.
 */
final class PageTemplates {
  private static final int MOST = 1_000;

  private final PageShell shell;
  private final Texts texts;
  private final WebAssets assets;
  private final Map<Shape, HtmlTemplate> known = new ConcurrentHashMap<>();

  PageTemplates(PageShell shell, Texts texts, WebAssets assets) {
    this.shell = shell;
    this.texts = texts;
    this.assets = assets;
  }

  /** What the markup of a page depends on, apart from the texts in it. */
  private record Shape(
      String id,
      boolean error,
      boolean foreign,
      boolean named,
      boolean above,
      int step,
      int of,
      boolean saved,
      boolean loggedIn,
      boolean timeout,
      List<LanguageLink> languages,
      Page.Layout layout) {}

  private static Shape shape(Page page, boolean named) {
    Progress progress = page.progress();
    return new Shape(
        page.id(),
        page.error(),
        Passage.language(page.title()).isPresent(),
        named,
        !page.aboveMain().isEmpty(),
        progress == null ? 0 : progress.step(),
        progress == null ? 0 : progress.of(),
        progress != null && progress.saved() != null,
        page.loggedIn() != null,
        page.timeout() != null,
        shapes(page.languages()),
        page.layout());
  }

  /** Everything of them but the addresses. */
  private static List<LanguageLink> shapes(List<LanguageLink> links) {
    if (links.isEmpty()) {
      return List.of();
    }
    List<LanguageLink> shapes = new ArrayList<>(links.size());
    for (LanguageLink link : links) {
      shapes.add(new LanguageLink(link.locale(), "", link.form(), link.name(), link.value()));
    }
    return shapes;
  }

  String render(Page page) {
    Shape shape = shape(page, page.title().equals(shell.service()));
    HtmlTemplate template = known.get(shape);
    if (template == null) {
      template = draw(shape);
      if (known.size() < MOST) {
        known.put(shape, template);
      }
    }
    return fill(template, page).toString();
  }

  private HtmlTemplate draw(Shape shape) {
    Page.Builder page =
        Page.builder(shape.id(), HtmlTemplate.text("title"))
            .error(shape.error())
            .layout(shape.layout())
            .body(HtmlTemplate.markup("body"));
    if (shape.above()) {
      page.aboveMain(HtmlTemplate.markup("above"));
    }
    if (shape.of() > 0) {
      String saved = shape.saved() ? HtmlTemplate.text("saved") : null;
      page.progress(new Progress(shape.step(), shape.of(), HtmlTemplate.text("step"), saved));
    }
    if (shape.loggedIn()) {
      page.loggedIn(
          new LoggedIn(
              HtmlTemplate.text("person"),
              Holes.ownAddress("logout"),
              HtmlTemplate.text("csrf-field"),
              HtmlTemplate.text("csrf-token")));
    }
    if (shape.timeout()) {
      page.timeout(
          new SessionTimeout(20, 20, Holes.ownAddress("keep-alive"), Holes.ownAddress("ended")));
    }
    for (int i = 0; i < shape.languages().size(); i++) {
      LanguageLink link = shape.languages().get(i);
      String address = Holes.ownAddress("language" + i);
      page.language(
          new LanguageLink(link.locale(), address, link.form(), link.name(), link.value()));
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("shell", shell);
    parameters.put("page", page.build());
    parameters.put("texts", texts);
    parameters.put("assets", assets);
    parameters.put("title", title(shape.error() && !shape.foreign(), HtmlTemplate.text("title")));
    parameters.put("titleLanguage", Holes.mark('o', "title-language"));
    parameters.put("titleDirection", Holes.mark('o', "title-direction"));
    parameters.put("named", shape.named());
    parameters.put("seconds", HtmlTemplate.text("seconds"));
    parameters.put("warn", HtmlTemplate.text("warn"));
    // One character outside Latin-1 doubles what Java needs for the whole page.
    String markup = Templates.render("page.jte", parameters).replace("\u2013", "&#8211;");
    return HtmlTemplate.compile(Html.trusted(markup));
  }

  /** What is kept of a title, or the hole of the whole of it where the language lacks a word. */
  private String title(boolean error, String hole) {
    return error && texts.lang("title.error") == null ? texts.get("title.error", hole) : hole;
  }

  /** No markup can stand in a title, so the element says which language all of it is in. */
  private void title(HtmlTemplate.Filling filling, Page page) {
    Locale other = Passage.language(page.title()).orElse(null);
    boolean kept = other == null && texts.lang("title.error") == null;
    filling.text("title", page.error() && !kept ? texts.errorTitle(page.title()) : page.title());
    if (other != null) {
      filling.optional("title-language", other.toLanguageTag());
      filling.optional("title-direction", Languages.direction(other));
    }
  }

  private StringBuilder fill(HtmlTemplate template, Page page) {
    HtmlTemplate.Filling filling = template.fill().markup("body", page.body());
    title(filling, page);
    if (!page.aboveMain().isEmpty()) {
      filling.markup("above", page.aboveMain());
    }
    Progress progress = page.progress();
    if (progress != null) {
      filling.text("step", progress.name());
      String saved = progress.saved();
      if (saved != null) {
        filling.text("saved", saved);
      }
    }
    person(filling, page.loggedIn());
    SessionTimeout timeout = page.timeout();
    if (timeout != null) {
      filling
          .text("seconds", Integer.toString(timeout.secondsLeft()))
          .text("warn", Integer.toString(timeout.warnSeconds()))
          .text("keep-alive", timeout.keepAliveHref())
          .text("ended", timeout.endedHref());
    }
    for (int i = 0; i < page.languages().size(); i++) {
      filling.text("language" + i, page.languages().get(i).href());
    }
    StringBuilder out = new StringBuilder();
    filling.writeTo(out);
    return out;
  }

  private static void person(HtmlTemplate.Filling filling, @Nullable LoggedIn loggedIn) {
    if (loggedIn != null) {
      filling
          .text("person", loggedIn.name())
          .text("logout", loggedIn.logoutAction())
          .text("csrf-field", loggedIn.csrfField())
          .text("csrf-token", loggedIn.csrfToken());
    }
  }
}
