package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.samples.portal.web.LoginPagesOnShow;

/** The pages of a login, inspected and pictured at the widths of a desktop and a phone. */
@Tag("browser")
class LoginPagesTest {
  private static LoginPagesOnShow show;

  @BeforeAll
  static void serve() throws Exception {
    show = LoginPagesOnShow.start();
  }

  @AfterAll
  static void stop() {
    show.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void are_accessible_at_both_widths(String language) {
    try (Window window = Window.on(show.address())) {
      window.go("/saml/login?to=/mina-sidor&lang=" + language);
      window.look("90-login-choose-" + language);
      window.go("/saml/login?sok=eksta");
      window.look("91-login-found-" + language);
      window.go("/saml/login?sok=finns-inte");
      window.look("92-login-none-found-" + language);
      window.go("/saml/logged-out");
      window.look("93-logged-out-" + language);
      for (String code : List.of("SAML-CANCELLED", "SAML-FRAUD", "SAML-LEVEL", "SAML-EXPIRED")) {
        window.go("/saml/refused?to=/mina-sidor&code=" + code);
        window.look("94-" + code + "-" + language);
      }
      window.assertNothingWrong();
    }
  }

  @Test
  void the_list_follows_what_is_typed() {
    try (Window window = Window.on(show.address())) {
      window.go("/saml/login?lang=sv");
      window.browser().type("#sok", "östra");
      await().until(() -> status(window).equals("1 e-legitimation visas"));
      assertThat(window.browser().count(".byggsten-idps li:not([hidden])")).isEqualTo(1);
    }
  }

  @Test
  void the_list_is_searched_without_scripts_too() {
    try (Window window = Window.on(show.address())) {
      window.browser().javaScript(false);
      window.go("/saml/login?lang=sv");
      window.browser().type("#sok", "eksta");
      window.browser().follow(".byggsten-search button");
      assertThat(window.browser().count(".byggsten-idps li:not([hidden])")).isEqualTo(2);
      assertThat(status(window)).isEqualTo("2 e-legitimationer visas");
    }
  }

  private static String status(Window window) {
    return window.browser().text("#byggsten-idps-status").orElse("");
  }
}
