package se.byggsten.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.testsupport.MovableClock;

/** Cookies, tokens, headers and texts, without a web server. */
class WebSecurityTest {
  private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T10:15:30.123456Z"));
  private final Sessions sessions =
      Sessions.builder().store(InMemoryStore.with(clock)).clock(clock).build();
  private final CsrfTokens csrf = CsrfTokens.withFreshKey();

  private Session session() {
    return sessions.open(TestPeople.citizen(), Set.of(), Map.of(), null).session();
  }

  @Test
  void everyPageHasAnotherTextForTheSameToken() {
    Session session = session();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      String text = csrf.forSession(session);
      assertThat(csrf.isValid(session, text)).isTrue();
      texts.add(text);
    }
    assertThat(texts).hasSize(20);
  }

  @Test
  void aTokenOfAnotherSessionIsNone() {
    assertThat(csrf.isValid(session(), csrf.forSession(session()))).isFalse();
    assertThat(csrf.isValid(session(), null)).isFalse();
    assertThat(csrf.isValid(session(), "")).isFalse();
  }

  @Test
  void aVisitorsTokenBelongsToTheVisitAndToTheServicesKey() {
    String visit = csrf.newVisit();
    assertThat(csrf.isValid(visit, csrf.forVisit(visit))).isTrue();
    assertThat(csrf.isValid(csrf.newVisit(), csrf.forVisit(visit))).isFalse();
    assertThat(csrf.isValid((String) null, csrf.forVisit(visit))).isFalse();
    CsrfTokens attacker = CsrfTokens.withFreshKey();
    assertThat(csrf.isValid(visit, attacker.forVisit(visit))).isFalse();
    assertThat(csrf.isValid("planted", csrf.forVisit("planted"))).isFalse();
  }

  @Test
  void nodesThatShareAKeyAcceptEachOthersTokens() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    String visit = csrf.newVisit();
    assertThat(CsrfTokens.withKey(key).isValid(visit, CsrfTokens.withKey(key).forVisit(visit)))
        .isTrue();
    assertThatThrownBy(() -> CsrfTokens.withKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void noOtherTextIsAToken(@ForAll String text) {
    String visit = csrf.newVisit();
    assertThat(csrf.isValid(visit, text)).isFalse();
    assertThat(csrf.isValid(text, text)).isFalse();
  }

  @Test
  void cookiesAreLockedToTheHostAndHiddenFromScripts() {
    assertThat(CookieSpec.session(true).set("x"))
        .isEqualTo("__Host-byggsten=x; Path=/; HttpOnly; SameSite=Lax; Secure");
    assertThat(CookieSpec.session(false).set("x"))
        .isEqualTo("byggsten=x; Path=/; HttpOnly; SameSite=Lax");
    assertThat(CookieSpec.login(true).set("x"))
        .isEqualTo("__Host-byggsten-login=x; Path=/; HttpOnly; SameSite=None; Secure");
    assertThat(CookieSpec.visit(true).set("x", Duration.ofHours(1)))
        .contains("Max-Age=3600", "__Host-byggsten-visit=x");
    assertThat(CookieSpec.session(true).remove()).contains("=; Max-Age=0;", "Secure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a;b", "a,b", "a\"b", "a\\b", "a\r\nSet-Cookie: x=y", "å"})
  void aCookieTakesNoValueThatEndsIt(String value) {
    assertThatThrownBy(() -> CookieSpec.session(true).set(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void headersForbidWhatAServiceDoesNotNeed() {
    SecurityHeaders headers =
        SecurityHeaders.of(true).allowingFormsTo(URI.create("https://idp.example:8443/sso?x"));
    String policy = headers.forPage().get("Content-Security-Policy");
    assertThat(policy)
        .contains(
            "default-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self' https://idp.example:8443")
        .doesNotContain("unsafe", "*", "/sso");
    assertThat(headers.forPage())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "same-origin")
        .containsKeys("Permissions-Policy", "Cross-Origin-Opener-Policy")
        .doesNotContainKey("Cache-Control");
    assertThat(headers.forPage().get("Strict-Transport-Security"))
        .matches("max-age=(\\d+); includeSubDomains")
        .satisfies(
            hsts ->
                assertThat(Long.parseLong(hsts.replaceAll("\\D", "")))
                    .isGreaterThanOrEqualTo(31_536_000));
    assertThat(headers.forPersonalPage()).containsEntry("Cache-Control", "no-store");
  }

  @Test
  void withoutHttpsThereIsNoHsts() {
    assertThat(SecurityHeaders.of(false).forPage()).doesNotContainKey("Strict-Transport-Security");
    assertThatThrownBy(
            () -> SecurityHeaders.of(true).allowingFormsTo(URI.create("javascript:alert(1)")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecurityHeaders.of(true).allowingFormsTo(URI.create("/x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(RefusalKind.class)
  void everyRefusalSaysWhatHappenedAndWhatToDo(RefusalKind kind) {
    for (Locale locale : new Locale[] {Locale.forLanguageTag("sv"), Locale.ENGLISH}) {
      LoginMessages messages = LoginMessages.in(locale);
      assertThat(messages.title(kind)).isNotBlank().doesNotEndWith(".");
      assertThat(messages.text(kind)).endsWith(".");
      assertThat(messages.action(kind)).endsWith(".");
      assertThat(messages.tryAgain()).isNotBlank();
      assertThat(messages.codeLabel()).isNotBlank();
    }
    assertThat(LoginMessages.in(Locale.FRENCH).title(kind))
        .isEqualTo(LoginMessages.in(Locale.forLanguageTag("sv")).title(kind));
  }

  @Test
  void bothLanguagesHaveTheSameTextsAndNoMore() {
    Set<String> sv = keys("sv");
    assertThat(keys("en")).isEqualTo(sv);
    Set<String> expected =
        Arrays.stream(RefusalKind.values())
            .flatMap(
                k ->
                    Arrays.stream(new String[] {".title", ".text", ".action"})
                        .map(end -> k.messageKey() + end))
            .collect(Collectors.toSet());
    assertThat(sv.stream().filter(key -> key.startsWith("login.refused.")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<String> keys(String language) {
    return ResourceBundle.getBundle(
            "se.byggsten.identity.login",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet();
  }
}
