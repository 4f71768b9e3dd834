package se.byggsten.saml.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AuthnStatement;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.OrganisationAffiliation;
import se.byggsten.saml.protocol.RequiredIdentity;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * Makes a person of the attributes of a verified assertion (Swedish eID Attribute Specification).
 */
final class AttributeReader {
  private static final String PERSONAL_IDENTITY_NUMBER = "urn:oid:1.2.752.29.4.13";
  private static final String SURNAME = "urn:oid:2.5.4.4";
  private static final String GIVEN_NAME = "urn:oid:2.5.4.42";
  private static final String ORG_AFFILIATION = "urn:oid:1.2.752.201.3.1";
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
  private static final Pattern USER_ID = Pattern.compile("[^\\p{Cntrl}\\s@]{1,128}");
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final int MAX_NAME = 200;

  private final ExpectedAnswer expected;
  private final Instant now;

  AttributeReader(ExpectedAnswer expected, Instant now) {
    this.expected = expected;
    this.now = now;
  }

  AuthenticatedPerson read(Assertion assertion) {
    List<Attribute> attributes = assertion.getAttributeStatements().get(0).getAttributes();
    AuthnStatement statement = assertion.getAuthnStatements().get(0);
    Optional<PersonIdentifier> number = number(attributes);
    Optional<OrganisationAffiliation> affiliation = affiliation(attributes);
    boolean enough =
        expected.required() == RequiredIdentity.PERSONAL_NUMBER
            ? number.isPresent()
            : affiliation.isPresent();
    if (!enough) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_MISSING);
    }
    AuthenticatedPerson.Builder person =
        AuthenticatedPerson.builder()
            .name(name(attributes, GIVEN_NAME), name(attributes, SURNAME))
            .level(AssertionRules.levelOf(statement))
            .authenticatedAt(statement.getAuthnInstant())
            .identityProvider(expected.identityProvider().entityId());
    number.ifPresent(person::identifier);
    affiliation.ifPresent(person::affiliation);
    return person.build();
  }

  private Optional<PersonIdentifier> number(List<Attribute> attributes) {
    return value(attributes, PERSONAL_IDENTITY_NUMBER)
        .map(
            text -> {
              if (!TWELVE_DIGITS.matcher(text).matches()) {
                throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
              }
              return PersonIdentifier.tryParse(text, today())
                  .orElseThrow(() -> new RefusedException(SamlRefusal.ATTRIBUTE_INVALID));
            });
  }

  private Optional<OrganisationAffiliation> affiliation(List<Attribute> attributes) {
    return value(attributes, ORG_AFFILIATION)
        .map(
            text -> {
              int at = text.lastIndexOf('@');
              if (at <= 0 || !USER_ID.matcher(text.substring(0, at)).matches()) {
                throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
              }
              String scope = text.substring(at + 1);
              if (!expected.identityProvider().scopes().contains(scope)) {
                throw new RefusedException(SamlRefusal.SCOPE);
              }
              return OrganisationAffiliation.of(
                  text.substring(0, at),
                  Organisationsnummer.tryParse(scope, today())
                      .orElseThrow(() -> new RefusedException(SamlRefusal.ATTRIBUTE_INVALID)));
            });
  }

  private static String name(List<Attribute> attributes, String oid) {
    String name = value(attributes, oid).orElse("").strip();
    if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    return name;
  }

  private static Optional<String> value(List<Attribute> attributes, String oid) {
    List<Attribute> found = attributes.stream().filter(a -> oid.equals(a.getName())).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<XMLObject> values = found.get(0).getAttributeValues();
    if (found.size() > 1 || values.size() != 1) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    XMLObject value = values.get(0);
    String text = null;
    if (value instanceof XSString string) {
      text = string.getValue();
    } else if (value instanceof XSAny any && any.getUnknownXMLObjects().isEmpty()) {
      text = any.getTextContent();
    }
    if (text == null || text.isBlank()) {
      throw new RefusedException(SamlRefusal.ATTRIBUTE_INVALID);
    }
    return Optional.of(text);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, SWEDEN);
  }
}
