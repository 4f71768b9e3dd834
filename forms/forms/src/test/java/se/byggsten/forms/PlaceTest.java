package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of pages and answers: a name, and the row of each group around it. */
class PlaceTest {
  private static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,39}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-namn",
        "1namn",
        "nämn",
        "namn/",
        "namn/0",
        "namn/01",
        "/1",
        "namn/1/",
        "namn//1",
        "namn/1000000000",
        "na mn",
        "namn\n",
        "namn/1\n",
        "namn/x",
        "namn.1",
        "../namn"
      })
  void what_is_no_path_is_at_no_place(String text) {
    assertThat(Place.of(text)).isEmpty();
  }

  @Property(tries = 500)
  void a_text_without_rows_is_a_path_when_it_is_a_name(@ForAll("almostNames") String text) {
    assertThat(Place.of(text).isPresent()).isEqualTo(text.matches(NAME));
    assertThat(Place.of(text).orElse(Place.TOP)).isEqualTo(Place.TOP);
  }

  @Property(tries = 200)
  void the_path_of_a_place_leads_back_to_it(@ForAll("rows") List<Integer> rows) {
    Place place = rows.isEmpty() ? Place.TOP : new Place(rows);
    String path = place.path("namn-2");
    assertThat(Place.of(path)).contains(place);
    assertThat(Place.name(path)).isEqualTo("namn-2");
  }

  @Provide
  Arbitrary<String> almostNames() {
    Arbitrary<Character> usual = Arbitraries.of('a', 'Z', '9', '-', '0', 'z', 'A');
    Arbitrary<Character> odd = Arbitraries.of('å', '_', ' ', '\n', '@', '[', '`', '{', ':', '٣');
    return Arbitraries.frequencyOf(Tuple.of(60, usual), Tuple.of(1, odd))
        .list()
        .ofMaxSize(43)
        .map(PlaceTest::joined);
  }

  @Provide
  Arbitrary<List<Integer>> rows() {
    return Arbitraries.integers().between(1, 999_999_999).list().ofMaxSize(16);
  }

  private static String joined(List<Character> letters) {
    StringBuilder text = new StringBuilder();
    letters.forEach(text::append);
    return text.toString();
  }
}
