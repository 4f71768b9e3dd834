package se.byggsten.forms.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.web.Html;

class FieldTypesTest {
  @Test
  void every_built_in_kind_is_found_by_its_name() {
    FieldTypes types = FieldTypes.standard();
    assertThat(types.names())
        .containsExactly(
            "address",
            "amount",
            "autocomplete",
            "bank-account",
            "bankgiro",
            "calculated",
            "checkboxes",
            "content",
            "coordinates",
            "country",
            "date",
            "declaration",
            "email",
            "fastighetsbeteckning",
            "files",
            "iban",
            "long-text",
            "month",
            "number",
            "ocr",
            "organisationsnummer",
            "personnummer",
            "phone",
            "plusgiro",
            "postal-code",
            "radio",
            "select",
            "text",
            "time",
            "yes-no");
    assertThat(types.names()).allMatch(name -> types.find(name).orElseThrow().name().equals(name));
    assertThat(types.find("Text")).isEmpty();
  }

  @Test
  void a_kind_of_ones_own_has_the_same_rights_but_not_the_name_of_another() {
    FieldTypes types = FieldTypes.standard().with(new Colour("colour"));
    assertThat(types.find("colour")).isPresent();
    assertThat(FieldTypes.standard().find("colour")).isEmpty();
    assertThatThrownBy(() -> types.with(new Colour("colour")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is already a kind of field colour");
    assertThatThrownBy(() -> types.with(new Colour("text")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> types.with(new Colour("My Colour")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_words_that_the_kinds_use_exist_in_both_languages() {
    Set<String> used = new HashSet<>();
    for (FieldType type : FieldTypes.standard().all()) {
      for (boolean flag : List.of(true, false)) {
        FieldSettings settings =
            FieldSettings.of(
                Map.of("careOf", flag, "system", flag ? "wgs84" : "sweref99tm", "format", "text"));
        type.html(spied(settings, used));
        captions(type.paper(settings)).stream().filter(c -> c.contains(".")).forEach(used::add);
        for (String raw : List.of("", "x")) {
          String error = type.bind(Collections.nCopies(4, raw), settings).error();
          used.add(error.isEmpty() ? "yes" : "error." + error);
        }
      }
    }
    used.addAll(
        List.of(
            "error.AddressStreet",
            "error.AddressPostalCode",
            "error.AddressCity",
            "error.AddressLong",
            "warning.BankAccount"));
    assertThat(used).hasSizeGreaterThan(20);
    assertThat(used).allMatch(key -> !Inputs.words(Inputs.SV).apply(key).equals(key));
    assertThat(used).allMatch(key -> !Inputs.words(Inputs.EN).apply(key).equals(key));
  }

  private static FieldInput spied(FieldSettings settings, Set<String> used) {
    FieldInput input = Inputs.input(List.of(), settings, "a");
    return new FieldInput(
        input.id(),
        input.label(),
        input.hint(),
        input.error(),
        input.raw(),
        input.options(),
        input.required(),
        input.heading(),
        input.pageTitle(),
        input.autocomplete(),
        input.characters(),
        input.settings(),
        input.constraints(),
        input.locale(),
        Map.of("a", Html.text("under")),
        key -> {
          used.add(key);
          return key;
        });
  }

  private static List<String> captions(PaperShape shape) {
    if (shape instanceof PaperShape.Squares squares) {
      return squares.captions();
    }
    return shape instanceof PaperShape.Captioned captioned ? captioned.captions() : List.of();
  }

  private record Colour(String name) implements PlainType {}
}
