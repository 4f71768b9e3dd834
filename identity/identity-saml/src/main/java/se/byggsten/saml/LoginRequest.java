package se.byggsten.saml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.protocol.RequiredIdentity;

/**
 * What is asked of one login.
 *
 * <p>Immutable: each {@code with…} method returns another request. Source of what can be asked:
 * Deployment Profile for the Swedish eID Framework, section 5.3.
 */
public final class LoginRequest {
  private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");
  private static final String EIDAS_PROXY = "http://id.swedenconnect.se/eidas/1.0/proxy-service/";

  private final String returnTo;
  private final RequiredIdentity required;
  private final Set<AssuranceLevel> levels;
  private final boolean forceAuthn;
  private final @Nullable String identityProvider;
  private final Map<SamlAttribute, String> principal;
  private final @Nullable UserMessage message;
  private final List<String> proxied;
  private final List<String> requesters;

  private LoginRequest(Draft draft) {
    returnTo = draft.returnTo;
    required = draft.required;
    levels = Set.copyOf(draft.levels);
    forceAuthn = draft.forceAuthn;
    identityProvider = draft.identityProvider;
    principal = Map.copyOf(draft.principal);
    message = draft.message;
    proxied = List.copyOf(draft.proxied);
    requesters = List.copyOf(draft.requesters);
    if (!isLocal(returnTo)) {
      throw new IllegalArgumentException("returnTo is a path that begins with a single slash");
    }
  }

  /**
   * Returns the request of a private person's login, which always asks for identification anew.
   *
   * @param returnTo where in the service the visitor is on the way: a path that begins with a
   *     single slash; kept on the server and never sent along
   * @return the request
   * @throws IllegalArgumentException when the path could lead out of the service
   */
  public static LoginRequest person(String returnTo) {
    return new LoginRequest(new Draft(returnTo, RequiredIdentity.PERSONAL_NUMBER));
  }

  /**
   * Returns the request of an employee's login.
   *
   * @param returnTo where in the service the visitor is on the way
   * @return the request
   * @throws IllegalArgumentException when the path could lead out of the service
   */
  public static LoginRequest staff(String returnTo) {
    return new LoginRequest(new Draft(returnTo, RequiredIdentity.AFFILIATION));
  }

  /**
   * Returns the request with another need of knowledge about the visitor.
   *
   * @param needed what the service needs to know
   * @return the request
   */
  public LoginRequest withRequired(RequiredIdentity needed) {
    Draft draft = new Draft(this);
    draft.required = needed;
    return new LoginRequest(draft);
  }

  /**
   * Returns the request with other levels than those that the service provider accepts.
   *
   * @param enough the levels that are enough
   * @return the request
   */
  public LoginRequest withLevels(LevelPolicy enough) {
    Draft draft = new Draft(this);
    draft.levels = enough.levels();
    return new LoginRequest(draft);
  }

  /**
   * Returns the request to a named identity provider.
   *
   * @param entityId its entity id
   * @return the request
   */
  public LoginRequest at(String entityId) {
    Draft draft = new Draft(this);
    draft.identityProvider = entityId;
    return new LoginRequest(draft);
  }

  /**
   * Returns the request with or without identification anew.
   *
   * @param force whether visitors must identify themselves anew although the identity provider
   *     knows them
   * @return the request
   */
  public LoginRequest withForceAuthn(boolean force) {
    Draft draft = new Draft(this);
    draft.forceAuthn = force;
    return new LoginRequest(draft);
  }

  /**
   * Returns the request about a known person, such as one who signs now and has logged in before,
   * so that the identity provider need not ask for the number; it is told only to an identity
   * provider that wants it.
   *
   * @param number the person's number
   * @return the request
   */
  public LoginRequest about(PersonIdentifier number) {
    return about(SamlAttribute.PERSONAL_IDENTITY_NUMBER, number.canonical());
  }

  /**
   * Returns the request about a known person, by another attribute.
   *
   * @param attribute the attribute
   * @param value its value, personal data
   * @return the request
   */
  public LoginRequest about(SamlAttribute attribute, String value) {
    Draft draft = new Draft(this);
    draft.principal.put(attribute, value);
    return new LoginRequest(draft);
  }

  /**
   * Returns the request with a message that the identity provider shows, if it can.
   *
   * @param text the message
   * @return the request
   */
  public LoginRequest withMessage(UserMessage text) {
    Draft draft = new Draft(this);
    draft.message = text;
    return new LoginRequest(draft);
  }

  /**
   * Returns the request to a proxy, with those among whom the visitor is to choose there.
   *
   * @param entityIds their entity ids
   * @return the request
   */
  public LoginRequest through(List<String> entityIds) {
    Draft draft = new Draft(this);
    draft.proxied = entityIds;
    return new LoginRequest(draft);
  }

  /**
   * Returns the request to the Swedish eIDAS node for an eID of one country.
   *
   * @param country two letters of ISO 3166
   * @return the request
   * @throws IllegalArgumentException when it is not two letters
   */
  public LoginRequest fromCountry(String country) {
    String code = country.toLowerCase(Locale.ROOT);
    if (!COUNTRY.matcher(code).matches()) {
      throw new IllegalArgumentException("A country is two letters");
    }
    return through(List.of(EIDAS_PROXY + code));
  }

  /**
   * Returns the request on behalf of another service, as a signature service makes it.
   *
   * @param entityId the entity id of that service
   * @return the request
   */
  public LoginRequest onBehalfOf(String entityId) {
    Draft draft = new Draft(this);
    draft.requesters = List.of(entityId);
    return new LoginRequest(draft);
  }

  /**
   * Returns where in the service the visitor is on the way.
   *
   * @return a path that begins with a single slash
   */
  public String returnTo() {
    return returnTo;
  }

  /**
   * Returns what the service needs to know.
   *
   * @return the need
   */
  public RequiredIdentity required() {
    return required;
  }

  /**
   * Returns the levels that are enough.
   *
   * @return the levels; empty for those that the service provider accepts
   */
  public Set<AssuranceLevel> levels() {
    return levels;
  }

  /**
   * Says whether visitors must identify themselves anew.
   *
   * @return true unless changed
   */
  public boolean forceAuthn() {
    return forceAuthn;
  }

  /**
   * Returns the identity provider to ask.
   *
   * @return its entity id; empty when there is only one
   */
  public Optional<String> identityProvider() {
    return Optional.ofNullable(identityProvider);
  }

  /**
   * Returns what is known of the person who is to log in.
   *
   * @return values by attribute, personal data; may be empty
   */
  public Map<SamlAttribute, String> principal() {
    return principal;
  }

  /**
   * Returns the message to the visitor.
   *
   * @return the message, or empty
   */
  public Optional<UserMessage> message() {
    return Optional.ofNullable(message);
  }

  /**
   * Returns those among whom the visitor is to choose at a proxy.
   *
   * @return entity ids; may be empty
   */
  public List<String> proxied() {
    return proxied;
  }

  /**
   * Returns on whose behalf is asked.
   *
   * @return entity ids; may be empty
   */
  public List<String> requesters() {
    return requesters;
  }

  /**
   * Says whether a path leads nowhere but into this service.
   *
   * @param path the path, from outside
   * @return true when it begins with a single slash and holds nothing that a browser would read as
   *     another address
   */
  public static boolean isLocal(String path) {
    if (path.length() > 2000 || !path.startsWith("/") || path.startsWith("//")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '\\') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "LoginRequest[required=%s, forceAuthn=%s]".formatted(required, forceAuthn);
  }

  private static final class Draft {
    final String returnTo;
    RequiredIdentity required;
    Set<AssuranceLevel> levels = Set.of();
    boolean forceAuthn = true;
    @Nullable String identityProvider;
    final Map<SamlAttribute, String> principal = new LinkedHashMap<>();
    @Nullable UserMessage message;
    List<String> proxied = List.of();
    List<String> requesters = List.of();

    Draft(String returnTo, RequiredIdentity required) {
      this.returnTo = returnTo;
      this.required = required;
    }

    Draft(LoginRequest request) {
      this(request.returnTo, request.required);
      levels = request.levels;
      forceAuthn = request.forceAuthn;
      identityProvider = request.identityProvider;
      principal.putAll(request.principal);
      message = request.message;
      proxied = request.proxied;
      requesters = request.requesters;
    }
  }
}
