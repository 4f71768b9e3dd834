package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.saml.metadata.EntityCategory.ACCEPTS_COORDINATION_NUMBER;
import static se.byggsten.saml.metadata.EntityCategory.CONTRACT_EID_AUTHORIZATION_SYSTEM;
import static se.byggsten.saml.metadata.EntityCategory.CONTRACT_SWEDEN_CONNECT;
import static se.byggsten.saml.metadata.EntityCategory.HIDE_FROM_DISCOVERY;
import static se.byggsten.saml.metadata.EntityCategory.LOA3_ORGID;
import static se.byggsten.saml.metadata.EntityCategory.LOA3_PNR;
import static se.byggsten.saml.metadata.EntityCategory.LOA4_PNR;
import static se.byggsten.saml.metadata.EntityCategory.MOBILE_AUTH;
import static se.byggsten.saml.metadata.EntityCategory.PUBLIC_SECTOR;
import static se.byggsten.saml.metadata.EntityCategory.SCAL2;
import static se.byggsten.saml.metadata.EntityCategory.UNCERTIFIED_LOA3_PNR;
import static se.byggsten.saml.metadata.MatchObstacle.MISSING_ATTRIBUTE;
import static se.byggsten.saml.metadata.MatchObstacle.MISSING_PROPERTY;
import static se.byggsten.saml.metadata.MatchObstacle.NO_ACCEPTED_LEVEL;
import static se.byggsten.saml.metadata.MatchObstacle.NO_COMMON_CONTRACT;
import static se.byggsten.saml.metadata.MatchObstacle.NO_COMMON_SERVICE;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.EntityCategoryKind;
import se.byggsten.saml.metadata.IdentityProviderMatch;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviderMetadataBuilder;
import se.byggsten.saml.metadata.MatchObstacle;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.metadata.ServiceNeeds;

/** Which identity providers a service can use. */
class IdentityProviderMatchTest {
  private static final EntityCategory OURS = new EntityCategory("https://leverantor.example/7");
  private static final EntityCategory THEIRS = new EntityCategory("https://annan.example/8");
  private static final Set<AssuranceLevel> LOA3 = Set.of(AssuranceLevel.LOA3);

  static Stream<Arguments> cases() {
    return Stream.of(
        row(Set.of(LOA3_PNR), Set.of(LOA3_PNR), Set.of()),
        row(Set.of(LOA3_PNR, LOA4_PNR), Set.of(LOA4_PNR, LOA3_ORGID), Set.of()),
        row(Set.of(LOA3_PNR), Set.of(LOA3_ORGID), Set.of(NO_COMMON_SERVICE)),
        row(Set.of(LOA3_PNR), Set.of(), Set.of(NO_COMMON_SERVICE)),
        row(Set.of(), Set.of(LOA3_PNR), Set.of()),
        row(Set.of(LOA3_PNR), Set.of(UNCERTIFIED_LOA3_PNR), Set.of()),
        row(Set.of(UNCERTIFIED_LOA3_PNR), Set.of(LOA3_PNR), Set.of()),
        row(Set.of(LOA3_PNR, PUBLIC_SECTOR), Set.of(LOA3_PNR), Set.of()),
        row(Set.of(LOA3_PNR, ACCEPTS_COORDINATION_NUMBER), Set.of(LOA3_PNR), Set.of()),
        row(Set.of(MOBILE_AUTH), Set.of(MOBILE_AUTH, SCAL2), Set.of()),
        row(Set.of(MOBILE_AUTH, SCAL2), Set.of(MOBILE_AUTH), Set.of(MISSING_PROPERTY)),
        row(Set.of(CONTRACT_SWEDEN_CONNECT), Set.of(), Set.of()),
        row(Set.of(CONTRACT_SWEDEN_CONNECT), Set.of(CONTRACT_SWEDEN_CONNECT), Set.of()),
        row(
            Set.of(CONTRACT_SWEDEN_CONNECT),
            Set.of(CONTRACT_EID_AUTHORIZATION_SYSTEM),
            Set.of(NO_COMMON_CONTRACT)),
        row(Set.of(), Set.of(CONTRACT_SWEDEN_CONNECT), Set.of(NO_COMMON_CONTRACT)),
        row(Set.of(OURS), Set.of(CONTRACT_SWEDEN_CONNECT, OURS), Set.of()),
        row(Set.of(OURS), Set.of(CONTRACT_SWEDEN_CONNECT, THEIRS), Set.of(NO_COMMON_CONTRACT)),
        row(Set.of(OURS), Set.of(THEIRS), Set.of()),
        row(
            Set.of(HIDE_FROM_DISCOVERY),
            Set.of(CONTRACT_SWEDEN_CONNECT, HIDE_FROM_DISCOVERY),
            Set.of(NO_COMMON_CONTRACT)),
        row(
            Set.of(LOA3_PNR, SCAL2),
            Set.of(LOA3_ORGID, CONTRACT_SWEDEN_CONNECT),
            Set.of(NO_COMMON_SERVICE, MISSING_PROPERTY, NO_COMMON_CONTRACT)));
  }

  private static Arguments row(
      Set<EntityCategory> service, Set<EntityCategory> provider, Set<MatchObstacle> expected) {
    return Arguments.of(service, provider, expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matchesByCategories(
      Set<EntityCategory> service, Set<EntityCategory> provider, Set<MatchObstacle> expected) {
    IdentityProviderMatch match = match(service, provider);
    assertThat(match.obstacles()).isEqualTo(expected);
    assertThat(match.usable()).isEqualTo(expected.isEmpty());
  }

  @Test
  void matchesByLevelsWhereTheIdentityProviderDeclaresAny() {
    ServiceNeeds needs = new ServiceNeeds(Set.of(), LOA3, Set.of());
    assertThat(obstacles(needs, idp())).isEmpty();
    assertThat(obstacles(needs, idp().level(AssuranceLevel.LOA2).level(AssuranceLevel.LOA3)))
        .isEmpty();
    // There is no order between levels: who accepts 3 has not said that 4 will do.
    assertThat(obstacles(needs, idp().level(AssuranceLevel.LOA4)))
        .containsExactly(NO_ACCEPTED_LEVEL);
  }

  @Test
  void matchesByAttributesWhereTheIdentityProviderDeclaresAny() {
    ServiceNeeds needs = new ServiceNeeds(Set.of(), LOA3, Set.of("urn:oid:1"));
    assertThat(obstacles(needs, idp())).isEmpty();
    assertThat(obstacles(needs, idp().offeredAttribute("urn:oid:1"))).isEmpty();
    assertThat(obstacles(needs, idp().offeredAttribute("urn:oid:2")))
        .containsExactly(MISSING_ATTRIBUTE);
  }

  @Test
  void whatACategoryPromisesNeedNotBeDeclaredOnceMore() {
    String displayName = SamlAttribute.DISPLAY_NAME.name();
    ServiceNeeds needs = new ServiceNeeds(Set.of(LOA3_PNR), LOA3, Set.of(displayName));
    assertThat(obstacles(needs, idp().category(LOA3_PNR).offeredAttribute("urn:oid:2"))).isEmpty();
    assertThat(obstacles(needs, idp().category(LOA3_PNR).offeredAttribute(displayName))).isEmpty();
    assertThat(
            obstacles(
                new ServiceNeeds(Set.of(LOA3_PNR), LOA3, Set.of(SamlAttribute.MAIL.name())),
                idp().category(LOA3_PNR).offeredAttribute("urn:oid:2")))
        .containsExactly(MISSING_ATTRIBUTE);
  }

  @Property(tries = 300)
  void aCategoryMoreNeverMakesAnIdentityProviderWorseUnlessItIsAContract(
      @ForAll("sets") Set<EntityCategory> service,
      @ForAll("sets") Set<EntityCategory> provider,
      @ForAll("category") EntityCategory one) {
    Set<EntityCategory> more = new HashSet<>(provider);
    more.add(one);
    Set<MatchObstacle> left = new HashSet<>(match(service, more).obstacles());
    if (one.kind() == EntityCategoryKind.CONTRACT) {
      left.remove(NO_COMMON_CONTRACT);
    }
    assertThat(match(service, provider).obstacles()).containsAll(left);
  }

  @Property(tries = 300)
  void aServiceThatDeclaresJustWhatTheIdentityProviderDoesCanUseIt(
      @ForAll("sets") Set<EntityCategory> both) {
    assertThat(match(both, both).usable()).isTrue();
  }

  @Provide
  Arbitrary<EntityCategory> category() {
    return Arbitraries.of(EntityCategory.registry());
  }

  @Provide
  Arbitrary<Set<EntityCategory>> sets() {
    return Arbitraries.of(
            Stream.concat(EntityCategory.registry().stream(), Stream.of(OURS, THEIRS)).toList())
        .set()
        .ofMaxSize(6);
  }

  private static IdentityProviderMatch match(
      Set<EntityCategory> service, Set<EntityCategory> provider) {
    IdentityProviderMetadataBuilder idp = idp();
    provider.forEach(idp::category);
    return IdentityProviderMatch.of(new ServiceNeeds(service, LOA3, Set.of()), idp.build());
  }

  private static Set<MatchObstacle> obstacles(
      ServiceNeeds needs, IdentityProviderMetadataBuilder idp) {
    return IdentityProviderMatch.of(needs, idp.build()).obstacles();
  }

  private static IdentityProviderMetadataBuilder idp() {
    return IdentityProviderMetadata.builder(Scene.IDP)
        .singleSignOn(SamlBinding.POST, URI.create("https://idp.example.se/post"))
        .signingCertificate(Scene.IDP_KEY.certificate());
  }
}
