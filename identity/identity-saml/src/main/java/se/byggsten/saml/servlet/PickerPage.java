package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.LoginMessages;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.web.HtmlBuilder;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.page.Page;

/**
 * The page on which a visitor chooses an identity provider.
 *
 * <p>A list of links, one for each: one press and one decision. Links and not buttons, because a
 * Content Security Policy watches where a form leads, also by redirect, and would have to name
 * every identity provider.
 */
final class PickerPage {
  /** The field that is searched by. */
  static final String SEARCH = "sok";

  /** A list that is no longer is seen at a glance. */
  private static final int SEARCHED_FROM = 8;

  private static final String STATUS = "byggsten-idps-status";
  private static final String FIRST = "byggsten-idp-1";

  private final LoginSite site;
  private final LoginEntrance entrance;
  private final ProviderLogos logos;

  PickerPage(LoginSite site, LoginEntrance entrance, ProviderLogos logos) {
    this.site = site;
    this.entrance = entrance;
    this.logos = logos;
  }

  /**
   * Writes the page.
   *
   * @param all those that can be chosen, in order
   * @param to where the visitor is on the way
   * @param last the mark of the one that was chosen last in this browser, or null
   * @param wrong whether something was chosen that cannot be
   */
  void show(
      List<IdentityProviderMetadata> all,
      String to,
      @Nullable String last,
      boolean wrong,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Locale locale = site.locale(request);
    LoginMessages texts = LoginMessages.in(locale);
    String typed = Optional.ofNullable(LoginSite.only(request, SEARCH)).orElse("").strip();
    List<IdentityProviderMetadata> ordered = lastFirst(all, last);
    Set<IdentityProviderMetadata> found =
        ordered.stream()
            .filter(idp -> typed.isEmpty() || ProviderChoice.matches(idp, typed))
            .collect(Collectors.toUnmodifiableSet());
    String title = texts.text("login.pick.title");
    HtmlBuilder body = new HtmlBuilder();
    if (wrong) {
      Link first = Link.of(texts.text("login.pick.error"), "#" + FIRST);
      body.add(ErrorSummary.of(locale, List.of(first)).toHtml());
    }
    body.add(NoticePages.heading(title)).add(NoticePages.paragraph(texts.text("login.pick.text")));
    if (all.size() > SEARCHED_FROM) {
      search(body, typed, to, texts);
      status(body, typed, found.size(), texts);
    }
    list(body, ordered, found, to, last, locale, texts);
    Page page = site.page(request, "login", title).error(wrong).body(body.toHtml()).build();
    site.show(page, request, response);
  }

  private static List<IdentityProviderMetadata> lastFirst(
      List<IdentityProviderMetadata> all, @Nullable String last) {
    List<IdentityProviderMetadata> ordered = new ArrayList<>(all);
    all.stream()
        .filter(idp -> ProviderChoice.mark(idp).equals(last))
        .findFirst()
        .ifPresent(
            idp -> {
              ordered.remove(idp);
              ordered.add(0, idp);
            });
    return ordered;
  }

  private void search(HtmlBuilder body, String typed, String to, LoginMessages texts) {
    body.addTrusted("<form class=\"byggsten-search\" method=\"get\" role=\"search\" action=\"")
        .addText(site.href(entrance.base()) + "/login")
        .addTrusted("\"><input type=\"hidden\" name=\"to\" value=\"")
        .addText(to)
        .addTrusted("\">")
        .add(
            TextInput.builder(SEARCH)
                .label(texts.text("login.pick.search"))
                .type("search")
                .autocomplete("off")
                .value(typed)
                .build()
                .toHtml())
        .add(Button.builder(texts.text("login.pick.search-button")).secondary().build().toHtml())
        .addTrusted("</form>");
  }

  /** Says how many there are to who hears the page, also when the script changes it. */
  private static void status(HtmlBuilder body, String typed, int found, LoginMessages texts) {
    body.addTrusted("<p class=\"govuk-body\" role=\"status\" id=\"" + STATUS + "\">")
        .addText(typed.isEmpty() ? "" : count(found, texts))
        .addTrusted("</p>");
  }

  private static String count(int found, LoginMessages texts) {
    String key = found == 0 ? "none" : found == 1 ? "one" : "other";
    return texts.text("login.pick.found." + key).replace("{0}", Integer.toString(found));
  }

  private void list(
      HtmlBuilder body,
      List<IdentityProviderMetadata> ordered,
      Set<IdentityProviderMetadata> found,
      String to,
      @Nullable String last,
      Locale locale,
      LoginMessages texts) {
    body.addTrusted("<ul class=\"byggsten-idps\" data-module=\"byggsten-filter\"");
    data(body, "input", SEARCH);
    data(body, "status", STATUS);
    for (String key : List.of("none", "one", "other")) {
      data(body, "i18n." + key, texts.text("login.pick.found." + key).replace("{0}", "%{count}"));
    }
    body.addTrusted(">");
    String start =
        site.href(entrance.base())
            + "/start?to="
            + URLEncoder.encode(to, StandardCharsets.UTF_8)
            + "&idp=";
    int number = 0;
    for (IdentityProviderMetadata idp : ordered) {
      String name = idp.displayName(locale.getLanguage());
      number++;
      // Hidden and not left out, so that the script can show them again.
      body.addTrusted(found.contains(idp) ? "<li>" : "<li hidden>")
          .addTrusted("<a class=\"byggsten-idp\" rel=\"nofollow\" id=\"byggsten-idp-")
          .addText(Integer.toString(number))
          .addTrusted("\" href=\"")
          .addText(start + URLEncoder.encode(idp.entityId(), StandardCharsets.UTF_8))
          .addTrusted("\">");
      picture(body, idp, name);
      body.addTrusted("<span class=\"byggsten-idp__name\" data-name>")
          .addText(name)
          .addTrusted("</span>");
      if (ProviderChoice.mark(idp).equals(last)) {
        body.addTrusted("<span class=\"byggsten-idp__last\">")
            .addText(texts.text("login.pick.last"))
            .addTrusted("</span>");
      }
      body.addTrusted("</a></li>");
    }
    body.addTrusted("</ul>");
  }

  private static void data(HtmlBuilder body, String name, String value) {
    body.addTrusted(" data-" + name + "=\"").addText(value).addTrusted("\"");
  }

  /** The picture, which says nothing that the name beside it does not; its first letter else. */
  private void picture(HtmlBuilder body, IdentityProviderMetadata idp, String name) {
    if (logos.has(idp)) {
      body.addTrusted(
              "<img class=\"byggsten-idp__logo\" alt=\"\" width=\"48\" height=\"48\" src=\"")
          .addText(site.href(entrance.base()) + "/logo/" + ProviderChoice.mark(idp))
          .addTrusted("\">");
    } else {
      body.addTrusted("<span class=\"byggsten-idp__letter\" aria-hidden=\"true\">")
          .addText(
              name.substring(0, name.offsetByCodePoints(0, name.isEmpty() ? 0 : 1))
                  .toUpperCase(Locale.ROOT))
          .addTrusted("</span>");
    }
  }
}
