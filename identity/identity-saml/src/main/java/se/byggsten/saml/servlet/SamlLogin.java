package se.byggsten.saml.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.CookieSpec;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.web.WebAssets;
import se.byggsten.web.page.Page;
import se.byggsten.web.servlet.AssetServlet;

/**
 * Login by SAML for a web application, all of it: pages, sessions, protection and addresses.
 *
 * <p>Add it to the servlet context before the application starts: from a {@code
 * ServletContainerInitializer} or {@code ServletContextListener}, in Spring Boot by a bean of type
 * {@code ServletContextInitializer}. It puts one filter before everything (security headers,
 * session, CSRF tokens, the way to login) and, for each entrance, serves:
 *
 * <ul>
 *   <li>{@code GET /saml/login?to=…}: chooses an identity provider, or goes straight on where only
 *       one fits
 *   <li>{@code GET /saml/start?idp=…&to=…}: begins the login
 *   <li>{@code POST /saml/acs}: takes the answer
 *   <li>{@code GET /saml/metadata}: what the federation must know
 *   <li>{@code POST /saml/logout} and {@code GET /saml/logged-out}
 *   <li>{@code GET /saml/session}: stays logged in
 * </ul>
 *
 * <p>Who has logged in is told by {@link se.byggsten.identity.servlet.CurrentSession}.
 */
public final class SamlLogin {
  private final SamlLoginBuilder parts;
  private final List<LoginEntrance> entrances;
  private volatile @Nullable LoginSite site;

  SamlLogin(SamlLoginBuilder builder) {
    Objects.requireNonNull(builder.sessions, "A login has sessions(…), which its store keeps");
    Objects.requireNonNull(
        builder.shells, "A login has site(municipality, service, phone) or shells(…)");
    parts = builder;
    entrances = List.copyOf(builder.entrances);
    if (entrances.isEmpty()) {
      throw new IllegalArgumentException("A login has at least one entrance");
    }
    for (LoginEntrance one : entrances) {
      for (LoginEntrance other : entrances) {
        if (one != other && (one.base() + "/").startsWith(other.base() + "/")) {
          throw new IllegalArgumentException(
              "Each entrance has a folder of its own: " + one.base() + " lies in " + other.base());
        }
        if (one != other && one.folders().stream().anyMatch(other.folders()::contains)) {
          throw new IllegalArgumentException(
              "Each folder is behind one entrance: "
                  + one.base()
                  + " and "
                  + other.base()
                  + " protect the same");
        }
      }
    }
  }

  /**
   * Returns a builder.
   *
   * @return the builder
   */
  public static SamlLoginBuilder builder() {
    return new SamlLoginBuilder();
  }

  /**
   * Puts the filter and the addresses in place.
   *
   * @param context the application, not started yet
   * @throws SamlException with code {@code SAML-CONFIG} when a service provider's answers are to be
   *     posted elsewhere than to its entrance, or over http although cookies go over https alone
   * @throws IllegalStateException when the context has started, or has a login already
   */
  public void addTo(ServletContext context) {
    String path = context.getContextPath();
    for (LoginEntrance entrance : entrances) {
      requireOwnAddress(entrance, path, parts.https);
    }
    LoginSite added = new LoginSite(path, parts);
    site = added;
    context.setRequestCharacterEncoding("UTF-8");
    FilterRegistration.Dynamic gate =
        context.addFilter("byggsten-login", new LoginGate(added, parts));
    if (gate == null) {
      throw new IllegalStateException("The application has a login already");
    }
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    for (LoginEntrance entrance : entrances) {
      addEntrance(context, entrance, added, parts.register);
    }
    add(context, "byggsten-assets", new AssetServlet(parts.assets), WebAssets.DEFAULT_PATH + "*");
  }

  private static void addEntrance(
      ServletContext context,
      LoginEntrance entrance,
      LoginSite site,
      UnaryOperator<AuthenticatedPerson> register) {
    String base = entrance.base();
    EntrancePages pages = new EntrancePages(site, entrance, register);
    add(context, "byggsten-login " + base, new EntranceServlet(site, entrance, pages), base + "/*");
    add(
        context,
        "byggsten-acs " + base,
        AssertionConsumerServlet.of(
            entrance.serviceProvider(), CookieSpec.login(site.https()), pages),
        base + "/acs");
    add(
        context,
        "byggsten-metadata " + base,
        MetadataServlet.of(entrance.serviceProvider()),
        base + "/metadata");
  }

  private static void add(ServletContext context, String name, Servlet servlet, String pattern) {
    ServletRegistration.Dynamic added = context.addServlet(name, servlet);
    if (added != null) {
      added.addMapping(pattern);
      // Pictures of identity providers are there before the first visitor.
      added.setLoadOnStartup(1);
    }
  }

  private static void requireOwnAddress(LoginEntrance entrance, String context, boolean https) {
    URI acs = entrance.serviceProvider().config().acsUrl();
    if (https && "http".equalsIgnoreCase(acs.getScheme())) {
      throw new SamlException(
          ErrorCode.of("SAML-CONFIG"),
          "Over http, "
              + acs
              + ", no cookie comes back that goes over https alone: give an address of https, or say"
              + " https(false) on a machine of your own");
    }
    String expected = context + entrance.base() + "/acs";
    String told = acs.getPath();
    if (!expected.equals(told)) {
      throw new SamlException(
          ErrorCode.of("SAML-CONFIG"),
          "The address for answers must end with "
              + expected
              + ", and acsUrl is "
              + acs
              + ": change it in the configuration, or the folder of the entrance");
    }
  }

  /**
   * Begins a page of the application in the visitor's language, with who is logged in, the button
   * to log out, and the question before the session ends.
   *
   * @param request a request that has passed the filter
   * @param id what the page is, for checkers and measurements
   * @param title its heading
   * @return the page
   * @throws IllegalStateException before {@link #addTo}
   */
  public Page.Builder page(HttpServletRequest request, String id, String title) {
    return requireSite().page(request, id, title);
  }

  /**
   * Writes a page of the application in the visitor's language.
   *
   * @param page the page
   * @param request a request that has passed the filter
   * @param response the response, with its status set
   * @throws IOException when the response cannot be written
   * @throws IllegalStateException before {@link #addTo}
   */
  public void show(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requireSite().show(page, request, response);
  }

  private LoginSite requireSite() {
    LoginSite added = site;
    if (added == null) {
      throw new IllegalStateException("Add the login to the servlet context first");
    }
    return added;
  }

  @Override
  public String toString() {
    return "SamlLogin" + entrances;
  }
}
