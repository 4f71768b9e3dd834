package se.byggsten.saml.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AuthenticatingAuthority;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Subject;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.ExpectedResponse;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.protocol.SamlRefusal;

/** Reads what an assertion says whose signature and conditions hold. */
final class AttributeReader {
  /** Values of these name an organisation for which not every identity provider may vouch. */
  private static final Set<String> SCOPED =
      Set.of(
          SamlAttribute.ORG_AFFILIATION.name(),
          SamlAttribute.EDU_PERSON_PRINCIPAL_NAME.name(),
          SamlAttribute.EDU_PERSON_SCOPED_AFFILIATION.name());

  /** Of these every value must be text. */
  private static final Set<String> TEXTS =
      SamlAttribute.REGISTERED.stream()
          .map(SamlAttribute::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final AssuranceLevel UNSPECIFIED =
      AssuranceLevel.of("urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified");

  private final VerifierSettings settings;
  private final ExpectedResponse expected;

  AttributeReader(VerifierSettings settings, ExpectedResponse expected) {
    this.settings = settings;
    this.expected = expected;
  }

  AssertionFacts read(Assertion assertion, Instant validUntil) {
    AuthnStatement statement = assertion.getAuthnStatements().get(0);
    Map<String, List<String>> attributes = attributes(assertion.getAttributeStatements());
    if (!attributes.keySet().containsAll(settings.requiredAttributes())) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_MISSING);
    }
    return new AssertionFacts(
        expected.identityProvider().entityId(),
        authorities(statement),
        nameId(assertion.getSubject()),
        AssertionRules.levelOf(statement).orElse(UNSPECIFIED),
        statement.getAuthnInstant(),
        validUntil,
        attributes);
  }

  private Map<String, List<String>> attributes(List<AttributeStatement> statements) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (AttributeStatement statement : statements) {
      for (Attribute attribute : statement.getAttributes()) {
        String name = attribute.getName();
        if (name == null || name.isBlank() || isThereAgain(name, found)) {
          throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
        }
        List<String> values = texts(attribute);
        if (SCOPED.contains(name)) {
          values.forEach(this::requireScope);
        }
        if (!values.isEmpty()) {
          found.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values);
        }
      }
    }
    return found;
  }

  /** Several values belong in one attribute (Attribute Specification 2). */
  private boolean isThereAgain(String name, Map<String, List<String>> found) {
    return settings.profile().isSwedish() && TEXTS.contains(name) && found.containsKey(name);
  }

  private static List<String> texts(Attribute attribute) {
    List<String> texts = new ArrayList<>();
    for (XMLObject value : attribute.getAttributeValues()) {
      Optional<String> text = text(value);
      if (text.isEmpty() && TEXTS.contains(attribute.getName())) {
        throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
      }
      text.ifPresent(texts::add);
    }
    return texts;
  }

  private static Optional<String> text(XMLObject value) {
    String text = null;
    if (value instanceof XSString string) {
      text = string.getValue();
    } else if (value instanceof XSAny any && any.getUnknownXMLObjects().isEmpty()) {
      text = any.getTextContent();
    }
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }

  private void requireScope(String value) {
    Set<String> scopes = expected.identityProvider().scopes();
    boolean judged = settings.profile().isSwedish() || !scopes.isEmpty();
    int at = value.lastIndexOf('@');
    if (judged && at <= 0) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    if (judged && !scopes.contains(value.substring(at + 1))) {
      throw new RefusedException(SamlRefusal.SCOPE);
    }
  }

  private static List<String> authorities(AuthnStatement statement) {
    return statement.getAuthnContext() == null
        ? List.of()
        : statement.getAuthnContext().getAuthenticatingAuthorities().stream()
            .map(AuthenticatingAuthority::getURI)
            .filter(uri -> uri != null && !uri.isBlank())
            .toList();
  }

  private static Optional<String> nameId(Subject subject) {
    return Optional.ofNullable(subject.getNameID())
        .map(NameID::getValue)
        .filter(value -> !value.isBlank());
  }
}
