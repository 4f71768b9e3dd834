package se.byggsten.saml;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.internal.AuthnRequests;
import se.byggsten.saml.internal.BrowserBindings;
import se.byggsten.saml.internal.LogText;
import se.byggsten.saml.internal.MetadataWriter;
import se.byggsten.saml.internal.PendingLogin;
import se.byggsten.saml.internal.PendingLogins;
import se.byggsten.saml.internal.PersonReader;
import se.byggsten.saml.internal.RefusedException;
import se.byggsten.saml.internal.ReplayMarks;
import se.byggsten.saml.lint.EntityRole;
import se.byggsten.saml.lint.MetadataLint;
import se.byggsten.saml.lint.SwedenConnectRequirements;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * A service that lets people log in by SAML 2.0 under the Swedish eID Framework.
 *
 * <p>{@link #startLogin} gives the address to send the browser to; {@link #completeLogin} verifies
 * the answer and gives a person or a refusal with its code. What it does not do: single logout and
 * the artifact binding, which the Swedish profile does not have, and unsolicited answers, which it
 * forbids. May be used from many threads, and from many nodes with a shared store.
 */
public final class ServiceProvider {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceProvider.class);

  private static final RequirementId OVER_TLS = RequirementId.of("SC-18a");

  private final ServiceProviderConfig config;
  private final IdentityProviders identityProviders;
  private final PendingLogins pendingLogins;
  private final Clock clock;
  private final AuthnRequests requests;
  private final AssertionVerifier verifier;

  ServiceProvider(ServiceProviderBuilder builder) {
    config = builder.config;
    identityProviders =
        Objects.requireNonNull(
            builder.identityProviders,
            "Identity providers are missing: call identityProviders(MetadataFeed.from(...)...start())");
    ExpiringStore store =
        Objects.requireNonNull(
            builder.store,
            "A store is missing: call store(InMemoryStore.with(clock)), or for several nodes store(PostgresStore...)");
    clock =
        Objects.requireNonNull(builder.clock, "A clock is missing: call clock(Clock.systemUTC())");
    pendingLogins = new PendingLogins(store, clock, config.entityId());
    requests =
        new AuthnRequests(
            config.entityId(),
            config.acsUrl().toString(),
            ServiceProviderConfig.certified(config.signingKey()));
    verifier = AssertionVerifier.of(config, store, clock);
    requireConforming();
  }

  /** What breaks a requirement of the federation is told now and not by its operator later. */
  private void requireConforming() {
    Optional<SwedenConnectRequirements> requirements =
        config.profile().version().map(SwedenConnectRequirements::version);
    if (requirements.isEmpty()) {
      return;
    }
    List<Finding> broken =
        MetadataLint.of(requirements.get(), EntityRole.SP)
            .inLanguage("en")
            .check(
                config.entityId(), metadataXml().getBytes(StandardCharsets.UTF_8), clock.instant())
            .findings()
            .stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .filter(finding -> !(isLocal() && finding.rule().equals(OVER_TLS)))
            .toList();
    if (!broken.isEmpty()) {
      throw new SamlException(
          ErrorCode.of("SAML-CONFIG"),
          broken.stream()
              .map(found -> found.rule() + " (" + found.message() + " " + found.remedy() + ")")
              .collect(Collectors.joining("; ", "The service provider cannot be used: ", "")));
    }
  }

  /** The configuration has made sure that only this machine may do without TLS. */
  private boolean isLocal() {
    return "http".equalsIgnoreCase(config.acsUrl().getScheme());
  }

  /**
   * Returns a builder.
   *
   * @param config who the service is
   * @return the builder, which tells what requirements the service's metadata break
   */
  public static ServiceProviderBuilder builder(ServiceProviderConfig config) {
    return new ServiceProviderBuilder(config);
  }

  /**
   * Begins a login in a browser that has none under way.
   *
   * @param request what is asked
   * @return where to send the browser, and the value for its cookie
   * @throws SamlException as {@link #startLogin(LoginRequest, String)}
   */
  public StartedLogin startLogin(LoginRequest request) {
    return startLogin(request, null);
  }

  /**
   * Begins a login beside those that the browser has under way in other tabs; it may have five.
   *
   * @param request what is asked
   * @param browserBinding what the browser's cookie holds now, or null
   * @return where to send the browser, and the value for its cookie
   * @throws SamlException with code {@code SAML-UNKNOWN-IDP}, {@code SAML-METADATA-EXPIRED} or
   *     {@code SAML-LEVEL-NOT-OFFERED}
   */
  public StartedLogin startLogin(LoginRequest request, @Nullable String browserBinding) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    IdentityProviderMetadata idp = identityProvider(request.identityProvider());
    if (!idp.isValid(now)) {
      throw new SamlException(
          SamlRefusal.METADATA_EXPIRED.code(),
          "The metadata of the identity provider are not valid any more: fetch the newest");
    }
    Set<AssuranceLevel> levels = levelsFor(request, idp);
    String requestId = "_" + PendingLogins.secret();
    String secret = PendingLogins.secret();
    String relayState =
        pendingLogins.keep(
            new PendingLogin(
                requestId,
                idp.entityId(),
                levels,
                request.forceAuthn(),
                now,
                request.required(),
                request.returnTo(),
                ReplayMarks.key(secret)));
    return new StartedLogin(
        requests.write(requestId, now, idp, levels, request, relayState),
        BrowserBindings.with(browserBinding, relayState, secret));
  }

  /**
   * Returns what the browser's cookie is to hold when a login has ended: its other logins.
   *
   * @param browserBinding what the cookie holds now, or null
   * @param relayState the form field {@code RelayState}, or null
   * @return the value; empty when the cookie is to be removed
   */
  public String bindingAfter(@Nullable String browserBinding, @Nullable String relayState) {
    return BrowserBindings.without(browserBinding, relayState);
  }

  /**
   * Completes a login: verifies the answer from the identity provider.
   *
   * <p>Each login can be completed once, and only by the browser that began it. The arguments come
   * from outside and may hold anything.
   *
   * @param samlResponse the form field {@code SAMLResponse}, or null
   * @param relayState the form field {@code RelayState}, or null
   * @param browserBinding the value of the cookie {@link se.byggsten.identity.CookieSpec#login}, or
   *     null
   * @return a person, or a refusal whose code is that of a {@link SamlRefusal}
   */
  public LoginResult completeLogin(
      @Nullable String samlResponse, @Nullable String relayState, @Nullable String browserBinding) {
    PendingLogin pending;
    try {
      pending = pendingLogins.claim(relayState, browserBinding);
    } catch (RefusedException e) {
      return refused(e.refusal(), "/");
    }
    if (clock.instant().isAfter(pending.askedAt().plus(config.maxLoginDuration()))) {
      return refused(SamlRefusal.TOO_OLD, pending.returnTo());
    }
    if (samlResponse == null) {
      return refused(SamlRefusal.XML, pending.returnTo());
    }
    return verify(samlResponse, pending);
  }

  private LoginResult verify(String samlResponse, PendingLogin pending) {
    Optional<IdentityProviderMetadata> idp = identityProviders.find(pending.identityProvider());
    if (idp.isEmpty()) {
      return refused(SamlRefusal.METADATA_EXPIRED, pending.returnTo());
    }
    ExpectedResponse expected =
        new ExpectedResponse(
            pending.requestId(),
            idp.get(),
            pending.levels(),
            pending.forceAuthn() ? Optional.of(pending.askedAt()) : Optional.empty());
    try {
      return loggedIn(verifier.accept(samlResponse, expected), pending);
    } catch (RefusedException e) {
      return refused(e, pending);
    }
  }

  private LoginResult loggedIn(VerifiedAssertion assertion, PendingLogin pending) {
    AuthenticatedPerson person =
        new PersonReader(assertion.facts(), config.trustedBindings(), clock.instant())
            .read(pending.required());
    return new LoginResult.Success(person, assertion.attributes(), pending.returnTo());
  }

  /**
   * Returns the service's metadata, to hand in to the federation.
   *
   * @return XML
   */
  public String metadataXml() {
    return MetadataWriter.write(
        config, ServiceProviderConfig.certified(config.signingKey()), clock.instant());
  }

  /**
   * Returns who the service is.
   *
   * @return the configuration
   */
  public ServiceProviderConfig config() {
    return config;
  }

  /**
   * Returns the identity providers that can be chosen now.
   *
   * @return those whose metadata are valid
   */
  public List<IdentityProviderMetadata> identityProviders() {
    Instant now = clock.instant();
    return identityProviders.all().stream().filter(idp -> idp.isValid(now)).toList();
  }

  private IdentityProviderMetadata identityProvider(Optional<String> wanted) {
    return wanted
        .map(identityProviders::find)
        .orElseGet(this::onlyOne)
        .orElseThrow(
            () ->
                new SamlException(
                    ErrorCode.of("SAML-UNKNOWN-IDP"),
                    "Name one of the identity providers in the metadata"));
  }

  private Optional<IdentityProviderMetadata> onlyOne() {
    List<IdentityProviderMetadata> all = identityProviders.all();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private Set<AssuranceLevel> levelsFor(LoginRequest request, IdentityProviderMetadata idp) {
    Set<AssuranceLevel> wanted =
        request.levels().isEmpty() ? config.levels().levels() : request.levels();
    Set<AssuranceLevel> offered =
        wanted.stream()
            .filter(config.levels()::accepts)
            .filter(level -> idp.levels().isEmpty() || idp.levels().contains(level))
            .collect(Collectors.toUnmodifiableSet());
    if (offered.isEmpty()) {
      throw new SamlException(
          ErrorCode.of("SAML-LEVEL-NOT-OFFERED"),
          "The identity provider declares none of the levels that the service accepts");
    }
    return offered;
  }

  private static LoginResult refused(SamlRefusal refusal, String returnTo) {
    LOG.info(
        "A login is refused with code {} (requirements {})",
        refusal.code(),
        refusal.requirements());
    return new LoginResult.Refused(refusal.code(), refusal.kind(), returnTo);
  }

  /** Tells the log at which identity provider, and of a level what was wanted and what came. */
  private static LoginResult refused(RefusedException why, PendingLogin pending) {
    SamlRefusal refusal = why.refusal();
    String detail =
        refusal.equals(SamlRefusal.NO_SUCH_LEVEL)
            ? "wanted " + LogText.levels(pending.levels())
            : why.detail();
    LOG.info(
        "A login at {} is refused with code {} (requirements {}){}{}",
        LogText.of(pending.identityProvider()),
        refusal.code(),
        refusal.requirements(),
        detail.isEmpty() ? "" : ": ",
        detail);
    return new LoginResult.Refused(refusal.code(), refusal.kind(), pending.returnTo());
  }
}
