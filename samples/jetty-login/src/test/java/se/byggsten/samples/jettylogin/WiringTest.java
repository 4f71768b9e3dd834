package se.byggsten.samples.jettylogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How much a login takes. */
class WiringTest {
  @Test
  void isWiredInFortyLines() throws IOException {
    Path source = Path.of("src/main/java/se/byggsten/samples/jettylogin/JettyLogin.java");
    assertThat(
            Files.readAllLines(source).stream()
                .map(String::strip)
                .filter(
                    line -> !line.isEmpty() && !line.matches("(?:import |package |//|/?\\*).*")))
        .hasSizeLessThanOrEqualTo(40)
        .hasSizeGreaterThan(10);
  }
}
