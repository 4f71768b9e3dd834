package se.byggsten.testidp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.ReceivedRequest;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.web.WebAsset;
import se.byggsten.web.WebAssets;

/** The pages of the identity provider, whatever server they are reached through. */
public final class IdpSite {
  private static final String SECOND = "/second/";
  private static final String REQUEST = "request";
  private static final String POSTED = "posted-request";
  private static final String RELAY_STATE = "RelayState";

  /** What goes back to the browser. */
  public static final class Page {
    private final int status;
    private final String type;
    private final byte[] content;
    private final Map<String, String> headers;

    private Page(int status, String type, byte[] content, Map<String, String> headers) {
      this.status = status;
      this.type = type;
      this.content = content;
      this.headers = Map.copyOf(headers);
    }

    private Page(int status, String type, String text, Map<String, String> headers) {
      this(status, type, text.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Returns the HTTP status. */
    public int status() {
      return status;
    }

    /** Returns the media type. */
    public String type() {
      return type;
    }

    /** Returns the body. */
    public byte[] content() {
      return content.clone();
    }

    /** Returns further headers. */
    public Map<String, String> headers() {
      return headers;
    }

    @Override
    public String toString() {
      return "Page[" + status + "]";
    }
  }

  private final TestIdentityProvider idp;
  private final SecurityHeaders headers;
  private final String assetPath;
  private final Consumer<String> onRefusal;

  /**
   * Creates the site.
   *
   * @param idp whose pages they are
   * @param https whether they are reached over HTTPS
   * @param assetPath where the sheet and the script of the pages are served
   * @param onRefusal who is told why a request is not answered
   */
  public IdpSite(
      TestIdentityProvider idp, boolean https, String assetPath, Consumer<String> onRefusal) {
    this(idp, SecurityHeaders.of(https), assetPath, onRefusal);
  }

  private IdpSite(
      TestIdentityProvider idp,
      SecurityHeaders headers,
      String assetPath,
      Consumer<String> onRefusal) {
    this.idp = idp;
    this.headers = headers;
    this.assetPath = assetPath;
    this.onRefusal = onRefusal;
  }

  /** Answers GET; the path is below the address of the identity provider. */
  public Page get(String path, String query) {
    if (path.startsWith(SECOND)) {
      return second().get(path.substring(SECOND.length() - 1), query);
    }
    Locale locale = locale(query.endsWith("&lang=en") ? "en" : "sv");
    return switch (path) {
      case "/metadata" -> xml(idp.metadataXml());
      case "/federation" -> xml(idp.federationXml());
      case "/logo.png" -> logo();
      case "/sso" -> {
        String plain = query.replaceFirst("&lang=[a-z]*$", "");
        String other = "en".equals(locale.getLanguage()) ? "sv" : "en";
        yield guarded(
            locale,
            () ->
                choose(
                    locale,
                    idp.receive(plain),
                    Map.of(REQUEST, plain),
                    idp.singleSignOn() + "?" + plain + "&lang=" + other));
      }
      default -> other(path, locale);
    };
  }

  /** Answers POST. */
  public Page post(String path, Map<String, String> form) {
    if (path.startsWith(SECOND)) {
      return second().post(path.substring(SECOND.length() - 1), form);
    }
    Locale locale = locale(form.getOrDefault("lang", "sv"));
    if (!"/sso".equals(path)) {
      return html(404, pages(locale).error(""), headers);
    }
    return guarded(
        locale,
        () -> {
          String posted = form.get("SAMLRequest");
          if (posted == null) {
            return answer(locale, form);
          }
          String relayState = form.getOrDefault(RELAY_STATE, "");
          Map<String, String> kept = new LinkedHashMap<>();
          kept.put(POSTED, posted);
          kept.put(RELAY_STATE, relayState);
          return choose(locale, idp.receivePosted(posted, relayState), kept, "");
        });
  }

  private IdpSite second() {
    return new IdpSite(idp.second(), headers, assetPath, onRefusal);
  }

  private Page choose(
      Locale locale, ReceivedRequest request, Map<String, String> kept, String otherLanguage) {
    String action = idp.singleSignOn().toString();
    return html(
        200,
        pages(locale).choose(request, kept, action, otherLanguage),
        headers.allowingFormsTo(request.acsUrl()));
  }

  private Page answer(Locale locale, Map<String, String> form) {
    Optional<TestPerson> person =
        idp.persons().stream().filter(p -> p.id().equals(form.get("person"))).findFirst();
    Optional<Outcome> outcome = Outcome.find(form.getOrDefault("outcome", ""));
    Optional<AssuranceLevel> level =
        TestIdentityProvider.LEVELS.stream()
            .filter(l -> l.uri().equals(form.get("level")))
            .findFirst();
    String named = form.getOrDefault("attack", "");
    Optional<Attack> attack = Attack.find(named);
    if (person.isEmpty()
        || outcome.isEmpty()
        || level.isEmpty()
        || (!named.isEmpty() && attack.isEmpty())) {
      throw new TestIdpException(
          "The form must name a person, a level, an outcome and, if any, an attack of its page");
    }
    ReceivedRequest request =
        form.containsKey(POSTED)
            ? idp.receivePosted(form.getOrDefault(POSTED, ""), form.getOrDefault(RELAY_STATE, ""))
            : idp.receive(form.getOrDefault(REQUEST, ""));
    PostedAnswer answer =
        attack.isPresent()
            ? idp.attack(request, person.get(), level.get(), attack.get())
            : idp.answer(request, person.get(), level.get(), outcome.get());
    return html(200, pages(locale).post(answer), headers.allowingFormsTo(answer.action()));
  }

  /** What makes a page. */
  private interface Step {
    Page take();
  }

  private Page guarded(Locale locale, Step step) {
    try {
      return step.take();
    } catch (TestIdpException e) {
      String reason = String.valueOf(e.getMessage());
      onRefusal.accept(reason);
      return html(400, pages(locale).error(reason), headers);
    }
  }

  private IdpPages pages(Locale locale) {
    return IdpPages.in(locale, assetPath, idp.persons());
  }

  private static Locale locale(String language) {
    return "en".equals(language) ? Locale.ENGLISH : Locale.forLanguageTag("sv");
  }

  private Page xml(String text) {
    return new Page(200, "application/samlmetadata+xml", text, headers.forPersonalPage());
  }

  /** The sheet and the script of the pages, for a server that has nothing else to serve. */
  private Page other(String path, Locale locale) {
    Optional<WebAsset> asset =
        path.startsWith(WebAssets.DEFAULT_PATH)
            ? WebAssets.standard().find(path.substring(WebAssets.DEFAULT_PATH.length()))
            : Optional.empty();
    return asset
        .map(found -> new Page(200, found.mediaType(), found.content(), headers.forPage()))
        .orElseGet(() -> html(404, pages(locale).error(""), headers));
  }

  private Page logo() {
    try (InputStream in = TestIdentityProvider.class.getResourceAsStream("logo.png")) {
      return new Page(
          200,
          "image/png",
          Objects.requireNonNull(in, "The jar lacks the logo").readAllBytes(),
          headers.forPage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page html(int status, String text, SecurityHeaders headers) {
    return new Page(status, "text/html;charset=utf-8", text, headers.forPersonalPage());
  }
}
