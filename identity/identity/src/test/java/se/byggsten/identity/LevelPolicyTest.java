package se.byggsten.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.person.AssuranceLevel;

class LevelPolicyTest {
  @Test
  void loa3OrBankidLetsBankidIn() {
    assertThat(LevelPolicy.parse("loa3-or-bankid").levels())
        .containsExactlyInAnyOrder(
            AssuranceLevel.LOA3, AssuranceLevel.LOA4, AssuranceLevel.UNCERTIFIED_LOA3);
    assertThat(LevelPolicy.parse("loa3").accepts(AssuranceLevel.UNCERTIFIED_LOA3)).isFalse();
  }

  @Test
  void aSwedishLevelIsNoForeignOneAndNoneForNonresidents() {
    LevelPolicy policy = LevelPolicy.parse("loa2");
    assertThat(policy.accepts(AssuranceLevel.EIDAS_NF_HIGH)).isFalse();
    assertThat(policy.accepts(AssuranceLevel.LOA3_NONRESIDENT)).isFalse();
    assertThat(LevelPolicy.parse("eidas").accepts(AssuranceLevel.EIDAS_SUBSTANTIAL)).isFalse();
  }

  @Test
  void aForeignEidThroughAnotherIdentityProviderHasANameOfItsOwn() {
    assertThat(LevelPolicy.parse("eidas-or-proxied-eidas").levels())
        .containsExactlyInAnyOrder(
            AssuranceLevel.EIDAS_NF_SUBSTANTIAL,
            AssuranceLevel.EIDAS_NF_HIGH,
            AssuranceLevel.UNCERTIFIED_EIDAS_SUBSTANTIAL,
            AssuranceLevel.UNCERTIFIED_EIDAS_HIGH);
  }

  @Test
  void aUriIsThatLevelAlone() {
    LevelPolicy policy = LevelPolicy.parse(" loa4-or-urn:example:level ");
    assertThat(policy.levels())
        .containsExactlyInAnyOrder(AssuranceLevel.LOA4, AssuranceLevel.of("urn:example:level"));
    assertThat(policy).hasToString("loa4-or-urn:example:level");
  }

  @Test
  void policiesOfTheSameLevelsAreEqual() {
    LevelPolicy spelled = LevelPolicy.of(LevelPolicy.LOA3_OR_BANKID.levels());
    assertThat(spelled).isEqualTo(LevelPolicy.LOA3_OR_BANKID).hasSameHashCodeAs(spelled);
    assertThat(LevelPolicy.parse(spelled.toString())).isEqualTo(spelled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "loa5", "loa3-or-", "loa3 bankid", "bankid-or-loa9", "ftp://x"})
  void saysWhatNamesThereAre(String text) {
    assertThatThrownBy(() -> LevelPolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loa3", "bankid", "eidas");
    assertThatThrownBy(() -> LevelPolicy.of(Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void refusesAnyOtherTextWithOneKindOfError(@ForAll String text) {
    try {
      assertThat(LevelPolicy.parse(text).levels()).isNotEmpty();
    } catch (IllegalArgumentException expected) {
      assertThat(expected).hasMessageContaining("is no level");
    }
  }
}
