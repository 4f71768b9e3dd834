package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others have written reaches the terminal as text and nothing else. */
class ConsoleTest {
  private final StringWriter out = new StringWriter();
  private final Console console = Console.of(out, new StringWriter());

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001b[2J", "\u009b2J", "\r", "\u0085", "\u2028", "\u202e", "\u2066", "\u200f"})
  void neitherSteersNorHides(String sign) {
    console.say("Anna" + sign + "Bo");
    assertThat(out.toString()).startsWith("Anna\uFFFD").endsWith("Bo\n");
  }

  @Test
  void aLineStaysOneLine() {
    console.lines(List.of("namn: Anna\nGodkänd", "klart"));
    assertThat(out.toString()).isEqualTo("namn: Anna\uFFFDGodkänd\nklart\n");
  }

  @Test
  void letsWordsOfEveryLanguageThrough() {
    console.say("Åsa Öberg\tǼ Жанна 你好 👋");
    assertThat(out.toString()).isEqualTo("Åsa Öberg\tǼ Жанна 你好 👋\n");
  }
}
