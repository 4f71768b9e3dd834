package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** A case handler who takes a case from the list to its end. */
final class CaseHandler {
  private final Window window;
  private final String page;

  CaseHandler(Window window, String id) {
    this.window = window;
    page = "/handlaggare/" + id;
  }

  void opensAndAsks() {
    window.go("/handlaggare");
    window.login("handlaggare1", "ok");
    window.handOver();
    assertThat(window.path()).isEqualTo("/handlaggare");
    window.inspect("26-handlaggare");
    window.browser().follow("main a[href='" + page + "']");
    window.inspect("27-handlaggare-ny");
    window.send("/oppna");
    assertThat(window.path()).isEqualTo(page);
    window.inspect("28-handlaggare-oppnad");
    window.send("/komplettering");
    assertThat(window.browser().title()).startsWith("Fel:");
    window.inspectRefused("29-handlaggare-fel");
    window.type("begaran", "Skicka intyget från läkaren igen, det gick inte att läsa.");
    window.type("senast-year", "2099");
    window.type("senast-month", "1");
    window.type("senast-day", "15");
    window.send("/komplettering");
    assertThat(window.path()).isEqualTo(page);
    window.inspect("31-handlaggare-vantar");
  }

  void decides() {
    window.go(page);
    window.send("/beslut");
    window.inspectRefused("32-handlaggare-beslut-fel");
    window.choose("utfall", "GRANTED");
    window.type("skal", "Det finns en plats på Solvik vecka 26.");
    window.send("/beslut");
    assertThat(window.text()).contains("Beslutad");
    window.inspect("33-handlaggare-beslutad");
  }

  void closes() {
    window.send("/avsluta");
    assertThat(window.text()).contains("Avslutad");
    window.inspect("34-handlaggare-avslutad");
    window.go("/handlaggare/synpunkter");
    window.inspect("35-handlaggare-synpunkter");
  }
}
