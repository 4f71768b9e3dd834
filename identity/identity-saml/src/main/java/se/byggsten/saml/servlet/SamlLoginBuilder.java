package se.byggsten.saml.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.Rejection;
import se.byggsten.identity.servlet.RejectionPage;
import se.byggsten.saml.LoginRequest;
import se.byggsten.web.WebAssets;
import se.byggsten.web.page.PageShell;

/** Gathers the parts of a {@link SamlLogin}; sessions, an entrance and a site are needed. */
public final class SamlLoginBuilder {
  final List<LoginEntrance> entrances = new ArrayList<>();
  @Nullable Sessions sessions;
  @Nullable Function<String, Function<Locale, PageShell>> shells;
  CsrfTokens csrf = CsrfTokens.withFreshKey();
  WebAssets assets = WebAssets.standard();
  boolean https = true;
  boolean remembersChoice = true;
  Predicate<String> csrfExempt = path -> false;
  Predicate<String> personal = path -> false;
  UnaryOperator<AuthenticatedPerson> register = UnaryOperator.identity();
  UnsentPosts unsent = (request, response) -> false;
  @Nullable RejectionPage rejections;
  @Nullable String afterLogout;

  SamlLoginBuilder() {}

  /**
   * Sets the sessions.
   *
   * @param value the sessions
   * @return this builder
   */
  public SamlLoginBuilder sessions(Sessions value) {
    sessions = value;
    return this;
  }

  /**
   * Names the service, for pages in Byggsten's own look.
   *
   * <p>Their header leads to the home of the first entrance, {@code /} unless {@link
   * LoginEntrance#home} says another.
   *
   * @param municipality such as {@code Eksta kommun}
   * @param service such as {@code Mina sidor}
   * @param phone the telephone number where people get help, as it is to be read
   * @return this builder
   */
  public SamlLoginBuilder site(String municipality, String service, String phone) {
    shells =
        context ->
            locale ->
                PageShell.builder(locale, municipality, service)
                    .home(context + home(), context + home())
                    .assetPath(context + WebAssets.DEFAULT_PATH)
                    .assets(assets)
                    .phone(phone)
                    .build();
    return this;
  }

  private String home() {
    return entrances.isEmpty() ? "/" : entrances.get(0).home();
  }

  /**
   * Sets what the pages share with those of the service.
   *
   * @param value the shell of a language, which is Swedish or English; its static files are served
   *     at {@link WebAssets#DEFAULT_PATH} below the context path
   * @return this builder
   */
  public SamlLoginBuilder shells(Function<Locale, PageShell> value) {
    shells = context -> value;
    return this;
  }

  /**
   * Sets the static files of a theme; Byggsten's own unless set.
   *
   * @param value the files
   * @return this builder
   */
  public SamlLoginBuilder assets(WebAssets value) {
    assets = value;
    return this;
  }

  /**
   * Adds a way in; the first is that of visitors who were not on the way anywhere.
   *
   * @param value the entrance
   * @return this builder
   */
  public SamlLoginBuilder entrance(LoginEntrance value) {
    entrances.add(value);
    return this;
  }

  /**
   * Sets whether the service is reached over HTTPS; true unless set.
   *
   * @param value false for a demonstration on this machine; then the identity provider must be on
   *     the same site
   * @return this builder
   */
  public SamlLoginBuilder https(boolean value) {
    https = value;
    return this;
  }

  /**
   * Sets the tokens of forms; a key of this start unless set, which is right for one node.
   *
   * @param value tokens under a key that all nodes share
   * @return this builder
   */
  public SamlLoginBuilder csrf(CsrfTokens value) {
    csrf = value;
    return this;
  }

  /**
   * Names paths of the application that carry a proof of their own instead of a CSRF token.
   *
   * @param path says which, without the context path
   * @return this builder
   */
  public SamlLoginBuilder csrfExempt(Predicate<String> path) {
    csrfExempt = path;
    return this;
  }

  /**
   * Names paths that no cache may keep although nobody need be logged in there, such as those of an
   * open service's form.
   *
   * @param path says which, without the context path
   * @return this builder
   */
  public SamlLoginBuilder personal(Predicate<String> path) {
    personal = path;
    return this;
  }

  /**
   * Sets what is known of persons beside what their e-ID tells, such as a protected identity.
   *
   * @param value asks the population register, for instance, and returns the same person with more
   *     known of them; when it throws, nobody is logged in, and the visitor is told of a technical
   *     fault with code {@code LOGIN-REGISTER}
   * @return this builder
   */
  public SamlLoginBuilder register(UnaryOperator<AuthenticatedPerson> value) {
    register = value;
    return this;
  }

  /**
   * Sets what keeps the answers of somebody whose session ended while they wrote; nothing is kept
   * unless set.
   *
   * @param value keeps them
   * @return this builder
   */
  public SamlLoginBuilder unsentPosts(UnsentPosts value) {
    unsent = value;
    return this;
  }

  /**
   * Sets where somebody goes who has logged out; a page of Byggsten's own unless set.
   *
   * @param path a page of the application that says that they are logged out, without the context
   *     path, such as {@code /utloggad}
   * @return this builder
   * @throws IllegalArgumentException when it could lead out of the service
   */
  public SamlLoginBuilder afterLogout(String path) {
    if (!LoginRequest.isLocal(path)) {
      throw new IllegalArgumentException("A page is a path that begins with a single slash");
    }
    afterLogout = path;
    return this;
  }

  /**
   * Sets the page for requests that are stopped, but for those that lead to the login; pages of
   * Byggsten's own unless set.
   *
   * @param value writes the page, for every {@link Rejection} but {@link Rejection#LOGIN_REQUIRED}
   * @return this builder
   */
  public SamlLoginBuilder rejections(RejectionPage value) {
    rejections = value;
    return this;
  }

  /**
   * Sets whether the list of identity providers begins with the one that was chosen last in this
   * browser; true unless set.
   *
   * @param value false to set no cookie about it
   * @return this builder
   */
  public SamlLoginBuilder remembersChoice(boolean value) {
    remembersChoice = value;
    return this;
  }

  /**
   * Builds the login.
   *
   * @return the login, to be added to a servlet context
   * @throws IllegalArgumentException when two entrances lie in the same folder, or protect the same
   * @throws NullPointerException when sessions or site are missing
   */
  public SamlLogin build() {
    return new SamlLogin(this);
  }
}
