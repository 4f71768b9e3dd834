package se.byggsten.core.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignIdentityTest {
  @Test
  void tellsItsParts() {
    ForeignIdentity identity =
        ForeignIdentity.of("NO:05068907693", ForeignIdentity.Persistence.A)
            .withEidasPersonIdentifier("NO/SE/05068907693")
            .bornOn(LocalDate.of(1989, 6, 5));
    assertThat(identity.country()).isEqualTo("no");
    assertThat(identity.provisionalId()).isEqualTo("NO:05068907693");
    assertThat(identity.eidasPersonIdentifier()).contains("NO/SE/05068907693");
    assertThat(identity.dateOfBirth()).contains(LocalDate.of(1989, 6, 5));
    assertThat(identity.persistence()).isEqualTo(ForeignIdentity.Persistence.A);
    assertThat(identity.toString()).doesNotContain("0506", "1989");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NO",
        "no:05068907693",
        "NO:short",
        "NO:-5068907693",
        "NO:5068907693-",
        "NO:ABCDEFGHIJK",
        "NO:0123456789012345678901234567890",
        " NO:05068907693",
        "NO:05068907693\n"
      })
  void refusesWhatIsNoProvisionalId(String text) {
    assertThat(ForeignIdentity.isProvisionalId(text)).isFalse();
    assertThatThrownBy(() -> ForeignIdentity.of(text, ForeignIdentity.Persistence.C))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void judgesAnyTextWithoutFailing(@ForAll String text) {
    boolean form = ForeignIdentity.isProvisionalId(text);
    assertThat(form && text.length() < 13).isFalse();
  }
}
