package se.byggsten.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;

class JsonWriterTest {
  @Test
  void writesTheSameForEqualContent() {
    Map<String, Object> some = new HashMap<>();
    Map<String, Object> other = new HashMap<>(512);
    for (String key : List.of("ö", "a", "z", "m")) {
      some.put(key, 1);
    }
    for (String key : List.of("m", "z", "a", "ö")) {
      other.put(key, 1);
    }

    assertThat(JsonWriter.compact().write(some))
        .isEqualTo(JsonWriter.compact().write(other))
        .isEqualTo("{\"a\":1,\"m\":1,\"z\":1,\"ö\":1}");
  }

  @Test
  void keepsTheOrderOfALinkedMapAndIndents() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", List.of(1, true));
    map.put("a", new BigDecimal("1.50"));
    map.put("n", null);

    assertThat(JsonWriter.pretty().write(map))
        .isEqualTo("{\n  \"b\": [\n    1,\n    true\n  ],\n  \"a\": 1.50,\n  \"n\": null\n}\n");
  }

  @Test
  void refusesWhatJsonCannotHold() {
    List<Object> itself = new ArrayList<>();
    itself.add(itself);

    assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.compact().write(itself));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonWriter.compact().write(Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonWriter.compact().write(new StringWriterLike()));
  }

  @Test
  void replacesHalfASurrogatePair() {
    assertThat(JsonWriter.compact().write("a\uD83Db\uDE00😀")).isEqualTo("\"a\uFFFDb\uFFFD😀\"");
  }

  @Property(tries = 60)
  void readsBackWhatItWrote(@ForAll("values") Object value) {
    String json = JsonWriter.pretty().write(value);
    DataNode node = DataReader.json().read("x", json);

    assertThat(JsonWriter.pretty().write(node)).isEqualTo(json);
  }

  @Property(tries = 60)
  void jsonIsYamlWithTheSameMeaning(@ForAll("values") Object value) {
    String json = JsonWriter.compact().write(value);

    assertThat(JsonWriter.compact().write(DataReader.yaml().read("x", json))).isEqualTo(json);
  }

  @Property(tries = 400)
  void anyTextIsReadOrRefusedWithACode(@ForAll("texts") String text) {
    for (DataReader reader : List.of(DataReader.yaml(), DataReader.json())) {
      try {
        assertThat(reader.read("x", text)).isNotNull();
      } catch (DataException e) {
        assertThat(e.code().value()).startsWith("DATA-");
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("{}[]:,-?!&*#|>'\"%@`~ \n\tabå0129.eE+\\")
        .ofMaxLength(60);
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<String> text =
        Arbitraries.strings().withCharRange(' ', '~').withChars("åäöÅÄÖ😀\n\t\"\\").ofMaxLength(12);
    Arbitrary<Object> scalar =
        Arbitraries.oneOf(
            text.map(t -> t),
            Arbitraries.integers().map(i -> i),
            Arbitraries.longs().map(n -> BigDecimal.valueOf(n, 3)),
            Arbitraries.of(true, false));
    return Arbitraries.lazyOf(
        () -> scalar,
        () -> scalar,
        () -> values().list().ofMaxSize(3).map(l -> l),
        () -> Arbitraries.maps(text, values()).ofMaxSize(3).map(m -> m));
  }

  private record StringWriterLike() {}
}
