package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.EntityCategoryKind;
import se.byggsten.saml.metadata.internal.Identifiers;

/** What the lint knows agrees with what the service provider knows. */
class IdentifiersTest {
  @Test
  void knows_every_category_that_the_service_provider_knows_by_the_same_kind() {
    List<EntityCategory> swedish =
        EntityCategory.registry().stream()
            .filter(category -> category.kind() != EntityCategoryKind.OTHER)
            .toList();
    assertThat(swedish).hasSizeGreaterThan(20);
    assertThat(swedish)
        .allSatisfy(
            category ->
                assertThat(Identifiers.KNOWN.category(category.uri()).orElseThrow().kind().name())
                    .as(category.uri())
                    .isEqualTo(category.kind().name().replace("SERVICE_", "")));
  }

  @Test
  void knows_the_levels_that_the_service_provider_knows() {
    assertThat(
            List.of(
                AssuranceLevel.LOA2,
                AssuranceLevel.LOA3,
                AssuranceLevel.LOA4,
                AssuranceLevel.UNCERTIFIED_LOA3,
                AssuranceLevel.EIDAS_NF_SUBSTANTIAL,
                AssuranceLevel.EIDAS_NF_HIGH))
        .allSatisfy(level -> assertThat(Identifiers.KNOWN.isLevel(level.uri())).isTrue());
  }
}
