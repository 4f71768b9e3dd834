package se.byggsten.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.core.data.Position;

class DataReaderTest {
  private static final String SECRET = "hemligt-varde";

  @Test
  void readsYamlWithThePlaceOfEachKeyAndValue() {
    DataNode.Fields root =
        (DataNode.Fields)
            yaml("namn: Kollo\nantal: 3.5\nöppet: no\nvalt: true\ntomt:\nlista: [a, b]\n");

    assertThat(root.values().get("namn")).isEqualTo(new DataNode.Text("Kollo", new Position(1, 7)));
    assertThat(root.values().get("antal"))
        .isEqualTo(new DataNode.Numeric(new BigDecimal("3.5"), new Position(2, 8)));
    assertThat(root.values().get("öppet")).isEqualTo(new DataNode.Text("no", new Position(3, 8)));
    assertThat(root.values().get("valt")).isEqualTo(new DataNode.Bool(true, new Position(4, 7)));
    assertThat(root.values().get("tomt")).isInstanceOf(DataNode.Null.class);
    assertThat(root.keyPositions()).containsEntry("lista", new Position(6, 1));
  }

  @Test
  void readsTheSameFromJson() {
    DataView root =
        DataReader.json().view("x.json", "{\"namn\": \"Kollo\",\n \"antal\": [1, 2e1]}");

    assertThat(root.required("namn").text()).isEqualTo("Kollo");
    assertThat(root.required("antal").position()).isEqualTo(new Position(2, 11));
    assertThat(root.required("antal").list().get(1).integer(0, 100)).isEqualTo(20);
  }

  @Test
  void keepsWhatOnlyLooksLikeANumberAsText() {
    DataView root =
        DataReader.yaml().view("x", "a: 0555-12000\nb: 2026-11-22\nc: 007\nd: yes\ne: 0x1F");

    assertThat(root.entries().values()).allSatisfy(v -> assertThat(v.text()).isNotEmpty());
  }

  @Test
  void acceptsAByteOrderMarkOfUtf8() {
    byte[] text = "\uFEFFa: å".getBytes(StandardCharsets.UTF_8);

    assertThat(DataView.of("x", DataReader.yaml().read("x", text)).required("a").text())
        .isEqualTo("å");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [1, 2",
        "a: {b: 1",
        "a: \"b",
        "a:\n\t- b",
        "- a\nb: c",
        "a: b: c",
        "%YAML 9\n",
        "",
        "   \n",
        "# bara en kommentar",
        "a: 1e999999999",
        "---\n...\n...\n%"
      })
  void refusesBrokenYamlWithItsPlace(String text) {
    DataException e = refused(() -> yaml(text));

    assertThat(e.code()).isEqualTo(DataException.SYNTAX);
    assertThat(e.problems().get(0).resource()).isEqualTo("x.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "{\"a\":1}x",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "NaN",
        "01",
        "\"\\u12\"",
        "{\"a\" 1}",
        "// x\n1",
        "[1 2]",
        "nul",
        "1e99999",
        "\"a\nb\""
      })
  void refusesBrokenJson(String text) {
    assertThat(refused(() -> json(text)).code()).isEqualTo(DataException.SYNTAX);
  }

  @Test
  void refusesAliasesAndTags() {
    assertCode("a: &x [1]\nb: *x", DataException.NOT_ALLOWED);
    assertCode("a: !!java.net.URL [\"http://x\"]", DataException.NOT_ALLOWED);
    assertCode("!x {a: 1}", DataException.NOT_ALLOWED);
    assertCode("? [a, b]\n: c", DataException.NOT_ALLOWED);
    assertCode("a: 1\n---\nb: 2", DataException.NOT_ALLOWED);
  }

  @Test
  void refusesABillionLaughsAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    DataException e = refused(() -> yaml(bomb.toString()));

    assertThat(e.code()).isEqualTo(DataException.NOT_ALLOWED);
    assertThat(e.problems().get(0).position().line()).isEqualTo(2);
  }

  @Test
  void refusesDuplicateKeysInBothFormats() {
    DataException e = refused(() -> yaml("a: 1\nb: 2\na: " + SECRET));
    assertThat(e.code()).isEqualTo(DataException.DUPLICATE_KEY);
    assertThat(e.problems().get(0).position()).isEqualTo(new Position(3, 1));
    assertThat(e).message().doesNotContain(SECRET);

    assertThat(refused(() -> json("{\"a\":1,\n\"a\":2}")).problems().get(0).position().line())
        .isEqualTo(2);
  }

  @Test
  void refusesWhatIsTooLargeTooDeepOrTooMany() {
    DataReader small = DataReader.yaml().within(new DataLimits(1000, 5, 50));

    assertThat(refused(() -> small.read("x", "a".repeat(1001))).code())
        .isEqualTo(DataException.TOO_LARGE);
    assertThat(refused(() -> small.read("x", "[[[[[[1]]]]]]")).code())
        .isEqualTo(DataException.TOO_DEEP);
    assertThat(refused(() -> small.read("x", "[" + "1,".repeat(60) + "1]")).code())
        .isEqualTo(DataException.TOO_LARGE);
    DataReader smallJson = DataReader.json().within(new DataLimits(1000, 5, 50));
    assertThat(refused(() -> smallJson.read("x", "[[[[[[1]]]]]]")).code())
        .isEqualTo(DataException.TOO_DEEP);
  }

  @Test
  void refusesHalfAMillionBracketsFast() {
    String brackets = "[".repeat(500_000);
    String braces = "{\"a\":".repeat(200_000);
    String spaces = "- ".repeat(500_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThat(refused(() -> yaml(brackets)).code()).isEqualTo(DataException.TOO_DEEP);
          assertThat(refused(() -> json(brackets)).code()).isEqualTo(DataException.TOO_DEEP);
          assertThat(refused(() -> yaml(braces)).code()).isEqualTo(DataException.TOO_DEEP);
          assertThat(refused(() -> json(braces)).code()).isEqualTo(DataException.TOO_DEEP);
          assertThat(refused(() -> yaml(spaces)).code()).isEqualTo(DataException.TOO_DEEP);
        });
  }

  @Test
  void readsNoMoreOfAStreamThanItMay() {
    CountingStream endless = new CountingStream();

    DataException e = refused(() -> DataReader.json().read("x", endless));

    assertThat(e.code()).isEqualTo(DataException.TOO_LARGE);
    assertThat(endless.count).isLessThan(2L * DataLimits.DEFAULT.bytes());
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(refused(() -> bytes("a: å".getBytes(StandardCharsets.ISO_8859_1))).code())
        .isEqualTo(DataException.ENCODING);
    assertThat(refused(() -> bytes("\uFEFFa: å".getBytes(StandardCharsets.UTF_16LE))).code())
        .isEqualTo(DataException.ENCODING);
    assertThat(refused(() -> bytes("a: å".getBytes(StandardCharsets.UTF_16BE))).code())
        .isEqualTo(DataException.ENCODING);
    assertThat(refused(() -> bytes(new byte[] {'a', ':', ' ', 0})).code())
        .isEqualTo(DataException.ENCODING);
    assertThat(refused(() -> bytes(new byte[] {'a', ':', '\n', (byte) 0xC3})).problems().get(0))
        .satisfies(p -> assertThat(p.position().line()).isEqualTo(2));
  }

  @Test
  void saysWhenAFileCannotBeRead() {
    assertThat(refused(() -> DataReader.yaml().read(Path.of("finns", "inte.yaml"))))
        .satisfies(e -> assertThat(e.code()).isEqualTo(DataException.UNREADABLE))
        .hasMessageContaining("inte.yaml");
  }

  @Test
  void tellsNoValuesInMessagesOrToString() {
    DataNode node = json("{\"a\": \"" + SECRET + "\", \"b\": [\"" + SECRET + "\"]}");
    DataView view = DataView.of("x", node);

    assertThat(node.toString() + view + view.required("a")).doesNotContain(SECRET);
    assertThat(refused(() -> view.required("a").number())).message().doesNotContain(SECRET);
    assertThat(refused(() -> view.required("a").date())).message().doesNotContain(SECRET);
    assertThat(refused(() -> json("{\"a\": \"" + SECRET + "\" " + SECRET + "}")))
        .message()
        .doesNotContain(SECRET);
    DataView numbered = DataView.of("x", json("{\"191212121212\": 1}"));
    assertThat(refused(() -> numbered.onlyKeys("a"))).message().doesNotContain("191212121212");
  }

  private static DataNode json(String text) {
    return DataReader.json().read("x.json", text);
  }

  private static DataNode yaml(String text) {
    return DataReader.yaml().read("x.yaml", text);
  }

  private static DataNode bytes(byte[] bytes) {
    return DataReader.yaml().read("x", new ByteArrayInputStream(bytes));
  }

  private static void assertCode(String text, ErrorCode code) {
    assertThat(refused(() -> yaml(text)).code()).as(text).isEqualTo(code);
  }

  private static DataException refused(ThrowingCallable call) {
    DataException e = catchThrowableOfType(DataException.class, call);
    assertThat(e).isNotNull();
    return e;
  }

  private static final class CountingStream extends InputStream {
    private long count;

    @Override
    public int read() {
      count++;
      return ' ';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      Arrays.fill(target, offset, offset + length, (byte) ' ');
      count += length;
      return length;
    }
  }
}
