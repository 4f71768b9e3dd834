package se.byggsten.samples.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
  @Test
  void withoutOptionsServesHttpOnTheUsualPorts() {
    DemoOptions options = DemoOptions.parse(List.of());
    assertThat(options.https()).isFalse();
    assertThat(options.check()).isFalse();
    assertThat(options.port()).isEmpty();
    assertThat(options.data()).isEmpty();
  }

  @Test
  void readsEveryOptionInBothNotations() {
    DemoOptions options =
        DemoOptions.parse(
            List.of(
                "--check",
                "--reset",
                "--port=0",
                "--https-port",
                "9443",
                "--data=min mapp",
                "--out",
                "rapport",
                "--clamd=[::1]:3310",
                "--format",
                "json"));
    assertThat(options.check()).isTrue();
    assertThat(options.https()).as("a check is always over HTTPS").isTrue();
    assertThat(options.reset()).isTrue();
    assertThat(options.json()).isTrue();
    assertThat(options.port()).isEqualTo(Optional.of(0));
    assertThat(options.httpsPort()).isEqualTo(Optional.of(9443));
    assertThat(options.data()).contains(Path.of("min mapp").toAbsolutePath());
    assertThat(options.out()).contains(Path.of("rapport").toAbsolutePath());
    assertThat(options.clamd()).contains(InetSocketAddress.createUnresolved("::1", 3310));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "demo",
        "--port",
        "--port=",
        "--port=80a",
        "--port=65536",
        "--port=-1",
        "--port=99999999999",
        "--format=xml",
        "--https=yes",
        "--out=x",
        "--clamd",
        "--clamd=localhost",
        "--clamd=:3310",
        "--clamd=localhost:0",
        "--clamd=localhost:65536",
        "--clamd=localhost:clamd",
        "--data=a\0b"
      })
  void refusesWrongUseAndPointsToTheHelp(String argument) {
    assertThatThrownBy(() -> DemoOptions.parse(List.of(argument)))
        .isInstanceOf(DemoException.class)
        .hasMessageContaining("DEMO-WRONG-USE")
        .hasMessageContaining("--help");
  }
}
