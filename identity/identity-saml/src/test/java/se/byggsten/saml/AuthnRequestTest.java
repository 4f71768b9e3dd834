package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.saml.metadata.DeclaredAlgorithms;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviderMetadataBuilder;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testsupport.MovableClock;

/** What is asked of an identity provider, in both bindings (requirements SC-26 to SC-35). */
class AuthnRequestTest {
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String PSC = "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";
  private static final String UMSG = "http://id.swedenconnect.se/authn/1.0/user-message/ns";
  private static final String PNR = "urn:oid:1.2.752.29.4.13";
  private static final URI SSO_POST = URI.create("https://idp.example.se/sso/post?tenant=a&b=1");
  private static final PersonIdentifier ANNA =
      PersonIdentifier.parse(Answer.NUMBER, LocalDate.of(2026, 11, 22));

  private static IdentityProviderMetadataBuilder idp() {
    return Scene.idpBuilder().signingCertificate(Scene.IDP_KEY.certificate());
  }

  private static IdentityProviderMetadataBuilder postIdp() {
    return idp().singleSignOn(SamlBinding.POST, SSO_POST);
  }

  private static IdentityProviderMetadata onlyPost() {
    return IdentityProviderMetadata.builder(Scene.IDP)
        .signingCertificate(Scene.IDP_KEY.certificate())
        .singleSignOn(SamlBinding.POST, SSO_POST)
        .build();
  }

  private static OutgoingRequest ask(IdentityProviderMetadata idp, LoginRequest request) {
    return ask(idp, request, Scene.SP_SIGNING);
  }

  private static OutgoingRequest ask(
      IdentityProviderMetadata idp, LoginRequest request, KeyMaterial key) {
    MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T10:15:30.123456Z"));
    return ServiceProvider.builder(
            Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9).signingKey(key).build())
        .identityProviders(IdentityProviders.of(List.of(idp)))
        .store(InMemoryStore.with(clock))
        .clock(clock)
        .build()
        .startLogin(request)
        .request();
  }

  private static Element posted(OutgoingRequest request) {
    byte[] xml =
        Base64.getDecoder().decode(((OutgoingRequest.Post) request).fields().get("SAMLRequest"));
    return Dom.parse(new String(xml, StandardCharsets.UTF_8)).getDocumentElement();
  }

  @Test
  void goesByRedirectWhereThatIsPossible() {
    assertThat(ask(postIdp().build(), LoginRequest.person("/")))
        .isInstanceOfSatisfying(
            OutgoingRequest.Redirect.class,
            redirect -> {
              assertThat(redirect.destination().toString()).isEqualTo("https://idp.example.se/sso");
              assertThat(redirect.toString()).doesNotContain("SAMLRequest");
            });
  }

  @Test
  void goesByPostWhereThatIsTheOnlyWayAndIsSignedWithin() throws Exception {
    OutgoingRequest request = ask(onlyPost(), LoginRequest.person("/hemlig"));
    assertThat(request.destination()).isEqualTo(SSO_POST);
    assertThat(((OutgoingRequest.Post) request).fields().get("RelayState")).hasSize(43);
    Element root = posted(request);
    assertThat(root.getAttribute("Destination")).isEqualTo(SSO_POST.toString());
    assertThat(root.getAttribute("IssueInstant")).isEqualTo("2026-11-22T10:15:30.123Z");
    assertThat(children(root)).containsExactly("Issuer", "Signature", "RequestedAuthnContext");
    assertThat(Dom.write(root)).doesNotContain("hemlig");
    Crypto.requireValid(root, Scene.SP_SIGNING);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-sha512,http://www.w3.org/2001/04/xmlenc#sha512,rsa-sha512",
    "rsa-sha384,,rsa-sha384",
    "ecdsa-sha256,,rsa-sha256",
    ",http://www.w3.org/2001/04/xmlenc#sha512,rsa-sha512",
    ",,rsa-sha256"
  })
  void signsWithWhatTheIdentityProviderDeclaresOrElseWithWhatEverybodyMustKnow(
      String signing, String digest, String expected) {
    IdentityProviderMetadataBuilder idp = idp();
    idp.algorithms(
        new DeclaredAlgorithms(
            signing == null ? List.of() : List.of(MORE + signing),
            digest == null ? List.of() : List.of(digest),
            List.of()));
    URI address = ((OutgoingRequest.Redirect) ask(idp.build(), LoginRequest.person("/"))).address();
    assertThat(Scene.parameters(address)).containsEntry("SigAlg", MORE + expected);
  }

  @Test
  void signsWithAnEllipticCurveToo() throws Exception {
    KeyMaterial key = Scene.ecKey("sp ec");
    URI address =
        ((OutgoingRequest.Redirect) ask(idp().build(), LoginRequest.person("/"), key)).address();
    String raw = address.getRawQuery();
    byte[] value = Base64.getDecoder().decode(Scene.parameters(address).get("Signature"));
    assertThat(value).as("r and s side by side").hasSize(64);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key.certificate());
    signature.update(raw.substring(0, raw.indexOf("&Signature=")).getBytes(StandardCharsets.UTF_8));
    assertThat(signature.verify(value)).isTrue();
    Element root = posted(ask(onlyPost(), LoginRequest.person("/"), key));
    assertThat(Dom.first(root, Dom.DS, "SignatureMethod").getAttribute("Algorithm"))
        .isEqualTo(MORE + "ecdsa-sha256");
  }

  @Test
  void tellsWhoIsMeantOnlyToWhoWantsItAndNeverInAnAddress() {
    LoginRequest about = LoginRequest.person("/").about(ANNA);
    IdentityProviderMetadata wants = postIdp().principalSelection(PNR).build();
    Element value = Dom.first(posted(ask(wants, about)), PSC, "MatchValue");
    assertThat(value.getAttribute("Name")).isEqualTo(PNR);
    assertThat(value.getTextContent()).isEqualTo(Answer.NUMBER);

    OutgoingRequest unwanted = ask(postIdp().build(), about);
    assertThat(unwanted).isInstanceOf(OutgoingRequest.Redirect.class);
    assertThat(xml(unwanted)).doesNotContain(Answer.NUMBER);
    OutgoingRequest onlyAddress = ask(idp().principalSelection(PNR).build(), about);
    assertThat(xml(onlyAddress)).doesNotContain(Answer.NUMBER, "PrincipalSelection");
    assertThat(about.toString()).doesNotContain(Answer.NUMBER);
  }

  @Test
  void tellsWhyInEachLanguageToWhoShowsIt() {
    LoginRequest request =
        LoginRequest.person("/")
            .withMessage(UserMessage.of("Logga in på Åköping", "Log in <here>"));
    IdentityProviderMetadata shows = idp().category(EntityCategory.SUPPORTS_USER_MESSAGE).build();
    Element root = Dom.parse(xml(ask(shows, request))).getDocumentElement();
    Element message = Dom.first(root, UMSG, "UserMessage");
    assertThat(message.getAttribute("mimeType")).isEqualTo("text/plain");
    assertThat(texts(message))
        .containsExactly(Map.entry("sv", "Logga in på Åköping"), Map.entry("en", "Log in <here>"));
    assertThat(xml(ask(idp().build(), request))).doesNotContain("UserMessage");
  }

  @Test
  void tellsWhomAProxyIsToAskAndOnWhoseBehalf() {
    LoginRequest request =
        LoginRequest.person("/").fromCountry("NO").onBehalfOf("https://form.example/sp?a=1&b=2");
    Element scoping =
        Dom.first(
            Dom.parse(xml(ask(idp().build(), request))).getDocumentElement(), Dom.SAMLP, "Scoping");
    assertThat(Dom.first(scoping, Dom.SAMLP, "IDPEntry").getAttribute("ProviderID"))
        .isEqualTo("http://id.swedenconnect.se/eidas/1.0/proxy-service/no");
    assertThat(Dom.first(scoping, Dom.SAMLP, "RequesterID").getTextContent())
        .isEqualTo("https://form.example/sp?a=1&b=2");
    assertThatThrownBy(() -> request.fromCountry("Norge"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRequestTooLongForAnAddressGoesByPost() {
    StringBuilder noise = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 6000; i++) {
      noise.append((char) ('a' + random.nextInt(26)));
    }
    LoginRequest request =
        LoginRequest.person("/").withMessage(UserMessage.of(noise.toString(), "x"));
    IdentityProviderMetadata shows =
        postIdp().category(EntityCategory.SUPPORTS_USER_MESSAGE).build();
    assertThat(ask(shows, request)).isInstanceOf(OutgoingRequest.Post.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://form.example/\u0000", "a\u0001b"})
  void saysWhatCannotBeWritten(String requester) {
    assertThatThrownBy(() -> ask(idp().build(), LoginRequest.person("/").onBehalfOf(requester)))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-REQUEST");
  }

  @Property(tries = 100)
  void anyMessageArrivesWhole(@ForAll @NotBlank String text) {
    LoginRequest request =
        LoginRequest.person("/").withMessage(new UserMessage(Map.of("sv", text), true));
    IdentityProviderMetadata shows = idp().category(EntityCategory.SUPPORTS_USER_MESSAGE).build();
    Element root = Dom.parse(xml(ask(shows, request))).getDocumentElement();
    assertThat(texts(Dom.first(root, UMSG, "UserMessage")).get("sv"))
        .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static String xml(OutgoingRequest request) {
    return request instanceof OutgoingRequest.Redirect redirect
        ? Scene.inflated(Scene.parameters(redirect.address()).get("SAMLRequest"))
        : Dom.write(posted(request));
  }

  private static Map<String, String> texts(Element message) {
    Map<String, String> texts = new LinkedHashMap<>();
    NodeList all = message.getElementsByTagNameNS(UMSG, "Message");
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      texts.put(
          one.getAttribute("xml:lang"),
          new String(Base64.getDecoder().decode(one.getTextContent()), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static List<String> children(Element parent) {
    List<String> names = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      names.add(child.getLocalName());
    }
    return names;
  }
}
