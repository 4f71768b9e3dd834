package se.byggsten.samples.portal.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aTakenPortGivesAMessageInBothLanguagesThatNamesTheOption() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "--port"))
          .isInstanceOf(PortalStartException.class)
          .hasMessageContaining("PORTAL-PORT-TAKEN")
          .hasMessageContaining("Port " + taken.getLocalPort() + " är upptagen")
          .hasMessageContaining("is taken")
          .hasMessageContaining("--port N");
    }
  }

  @Test
  void aPortTakenOnEveryAddressIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
    }
  }

  @Test
  void aFreePortIsFineAndSoIsAnyPort() {
    int free = Ports.free();
    assertThat(Ports.isFree(free)).isTrue();
    assertThatCode(() -> Ports.requireFree(0, "--port")).doesNotThrowAnyException();
  }
}
