package se.byggsten.saml.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Categories and their kinds. */
class EntityCategoryTest {
  @ParameterizedTest
  @CsvSource({
    "http://id.elegnamnden.se/ec/1.0/loa4-pnr, SERVICE",
    "http://id.swedenconnect.se/ec/1.0/loa3-hsaid, SERVICE",
    "http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr, SERVICE",
    "http://id.elegnamnden.se/sprop/1.0/scal2, SERVICE_PROPERTY",
    "http://id.elegnamnden.se/st/1.0/private-sector-sp, SERVICE_TYPE",
    "http://id.swedenconnect.se/contract/sc/eid-authorization-system, CONTRACT",
    "http://id.swedenconnect.se/contract/Visma/SCB/Leveransavtal-A2021/0337, CONTRACT",
    "http://id.swedenconnect.se/general-ec/1.0/secure-authenticator-binding, GENERAL",
    "http://id.elegnamnden.se/ec/2.0/some-day, SERVICE",
    "http://id.elegnamnden.se/ecology, OTHER",
    "https://leverantor.example/avtal/7, OTHER",
    "urn:x, OTHER"
  })
  void theBeginningOfTheUriTellsTheKind(String uri, EntityCategoryKind kind) {
    assertThat(new EntityCategory(uri).kind()).isEqualTo(kind);
  }

  @Test
  void theRegistryHasEachUriOnceAndAKindForAllOfTheFederation() {
    assertThat(EntityCategory.registry()).doesNotHaveDuplicates().hasSize(27);
    assertThat(EntityCategory.registry())
        .filteredOn(category -> category.kind() == EntityCategoryKind.OTHER)
        .containsExactly(EntityCategory.HIDE_FROM_DISCOVERY);
  }

  @Test
  void aDeprecatedCategoryIsMatchedAsItsSuccessor() {
    assertThat(EntityCategory.UNCERTIFIED_LOA3_PNR.current()).isEqualTo(EntityCategory.LOA3_PNR);
    assertThat(EntityCategory.LOA4_PNR.current()).isEqualTo(EntityCategory.LOA4_PNR);
  }

  @Test
  void hasAUri() {
    assertThatThrownBy(() -> new EntityCategory(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
