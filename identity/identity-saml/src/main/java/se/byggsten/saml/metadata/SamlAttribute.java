package se.byggsten.saml.metadata;

import java.util.List;
import java.util.Optional;

/**
 * An attribute that an identity provider can tell of somebody.
 *
 * <p>Source: Sweden Connect, Attribute Specification; eduPerson for the last two. All of them hold
 * text.
 *
 * @param name the name in messages, a URI
 * @param friendlyName the name that people use
 */
public record SamlAttribute(String name, String friendlyName) {
  /** Personnummer or samordningsnummer, twelve digits. */
  public static final SamlAttribute PERSONAL_IDENTITY_NUMBER =
      oid("1.2.752.29.4.13", "personalIdentityNumber");

  /** The number that the person had before. */
  public static final SamlAttribute PREVIOUS_PERSONAL_IDENTITY_NUMBER =
      oid("1.2.752.201.3.15", "previousPersonalIdentityNumber");

  /** Surname. */
  public static final SamlAttribute SURNAME = oid("2.5.4.4", "sn");

  /** Given name. */
  public static final SamlAttribute GIVEN_NAME = oid("2.5.4.42", "givenName");

  /** The whole name. */
  public static final SamlAttribute DISPLAY_NAME = oid("2.16.840.1.113730.3.1.241", "displayName");

  /** Day of birth, as in {@code 1989-06-05}. */
  public static final SamlAttribute DATE_OF_BIRTH = oid("1.3.6.1.5.5.7.9.1", "dateOfBirth");

  /** Place of birth. */
  public static final SamlAttribute PLACE_OF_BIRTH = oid("1.3.6.1.5.5.7.9.2", "placeOfBirth");

  /** Gender: M, F or U. */
  public static final SamlAttribute GENDER = oid("1.3.6.1.5.5.7.9.3", "gender");

  /** Country of citizenship, two letters. */
  public static final SamlAttribute COUNTRY_OF_CITIZENSHIP =
      oid("1.3.6.1.5.5.7.9.4", "countryOfCitizenship");

  /** Country of residence, two letters. */
  public static final SamlAttribute COUNTRY_OF_RESIDENCE =
      oid("1.3.6.1.5.5.7.9.5", "countryOfResidence");

  /** Name at birth. */
  public static final SamlAttribute BIRTH_NAME = oid("1.2.752.201.3.8", "birthName");

  /** Street. */
  public static final SamlAttribute STREET = oid("2.5.4.9", "street");

  /** Post office box. */
  public static final SamlAttribute POST_OFFICE_BOX = oid("2.5.4.18", "postOfficeBox");

  /** Postal code. */
  public static final SamlAttribute POSTAL_CODE = oid("2.5.4.17", "postalCode");

  /** Town. */
  public static final SamlAttribute LOCALITY = oid("2.5.4.7", "l");

  /** Country of the address, two letters. */
  public static final SamlAttribute COUNTRY = oid("2.5.4.6", "c");

  /** Telephone number. */
  public static final SamlAttribute TELEPHONE_NUMBER = oid("2.5.4.20", "telephoneNumber");

  /** Mobile number. */
  public static final SamlAttribute MOBILE = oid("0.9.2342.19200300.100.1.41", "mobile");

  /** E-mail address. */
  public static final SamlAttribute MAIL = oid("0.9.2342.19200300.100.1.3", "mail");

  /** Name of the organisation. */
  public static final SamlAttribute ORGANISATION = oid("2.5.4.10", "o");

  /** Name of the unit. */
  public static final SamlAttribute ORGANISATIONAL_UNIT = oid("2.5.4.11", "ou");

  /** Number of the organisation. */
  public static final SamlAttribute ORGANISATION_IDENTIFIER =
      oid("2.5.4.97", "organizationIdentifier");

  /** User id at an organisation, {@code uid@orgnr}, within the scope of the identity provider. */
  public static final SamlAttribute ORG_AFFILIATION = oid("1.2.752.201.3.1", "orgAffiliation");

  /** Id of the transaction at the identity provider; for BankID the order reference. */
  public static final SamlAttribute TRANSACTION_IDENTIFIER =
      oid("1.2.752.201.3.2", "transactionIdentifier");

  /** Parameters of the authentication, {@code key=value;key=value}. */
  public static final SamlAttribute AUTHN_CONTEXT_PARAMS =
      oid("1.2.752.201.3.3", "authContextParams");

  /** Provisional id of somebody with a foreign eID. */
  public static final SamlAttribute PRID = oid("1.2.752.201.3.4", "prid");

  /** How long the provisional id stays the same: A, B or C. */
  public static final SamlAttribute PRID_PERSISTENCE = oid("1.2.752.201.3.5", "pridPersistence");

  /** By which process a number was mapped to a foreign eID, a URI. */
  public static final SamlAttribute PERSONAL_IDENTITY_NUMBER_BINDING =
      oid("1.2.752.201.3.6", "personalIdentityNumberBinding");

  /** The Swedish number that has been mapped to a foreign eID. */
  public static final SamlAttribute MAPPED_PERSONAL_IDENTITY_NUMBER =
      oid("1.2.752.201.3.16", "mappedPersonalIdentityNumber");

  /** The id that another country gave. */
  public static final SamlAttribute EIDAS_PERSON_IDENTIFIER =
      oid("1.2.752.201.3.7", "eidasPersonIdentifier");

  /** Address from another country, base64 of XML. */
  public static final SamlAttribute EIDAS_NATURAL_PERSON_ADDRESS =
      oid("1.2.752.201.3.9", "eidasNaturalPersonAddress");

  /** Certificate of the user, base64. */
  public static final SamlAttribute USER_CERTIFICATE = oid("1.2.752.201.3.10", "userCertificate");

  /** Signature of the user, base64; for BankID its signature. */
  public static final SamlAttribute USER_SIGNATURE = oid("1.2.752.201.3.11", "userSignature");

  /** Signature activation data, a signed token. */
  public static final SamlAttribute SAD = oid("1.2.752.201.3.12", "sad");

  /** Signature of the authentication server, base64; for BankID its OCSP answer. */
  public static final SamlAttribute AUTH_SERVER_SIGNATURE =
      oid("1.2.752.201.3.13", "authServerSignature");

  /** Digest of the message that was shown when signing. */
  public static final SamlAttribute SIGN_MESSAGE_DIGEST =
      oid("1.2.752.201.3.14", "signMessageDigest");

  /** HSA id of an employee in health care. */
  public static final SamlAttribute EMPLOYEE_HSA_ID = oid("1.2.752.29.6.2.1", "employeeHsaId");

  /** User id in a school or university federation, scoped. */
  public static final SamlAttribute EDU_PERSON_PRINCIPAL_NAME =
      oid("1.3.6.1.4.1.5923.1.1.1.6", "eduPersonPrincipalName");

  /** Role in a school or university federation, scoped. */
  public static final SamlAttribute EDU_PERSON_SCOPED_AFFILIATION =
      oid("1.3.6.1.4.1.5923.1.1.1.9", "eduPersonScopedAffiliation");

  /** All attributes of this page. */
  public static final List<SamlAttribute> REGISTERED =
      List.of(
          PERSONAL_IDENTITY_NUMBER,
          PREVIOUS_PERSONAL_IDENTITY_NUMBER,
          SURNAME,
          GIVEN_NAME,
          DISPLAY_NAME,
          DATE_OF_BIRTH,
          PLACE_OF_BIRTH,
          GENDER,
          COUNTRY_OF_CITIZENSHIP,
          COUNTRY_OF_RESIDENCE,
          BIRTH_NAME,
          STREET,
          POST_OFFICE_BOX,
          POSTAL_CODE,
          LOCALITY,
          COUNTRY,
          TELEPHONE_NUMBER,
          MOBILE,
          MAIL,
          ORGANISATION,
          ORGANISATIONAL_UNIT,
          ORGANISATION_IDENTIFIER,
          ORG_AFFILIATION,
          TRANSACTION_IDENTIFIER,
          AUTHN_CONTEXT_PARAMS,
          PRID,
          PRID_PERSISTENCE,
          PERSONAL_IDENTITY_NUMBER_BINDING,
          MAPPED_PERSONAL_IDENTITY_NUMBER,
          EIDAS_PERSON_IDENTIFIER,
          EIDAS_NATURAL_PERSON_ADDRESS,
          USER_CERTIFICATE,
          USER_SIGNATURE,
          SAD,
          AUTH_SERVER_SIGNATURE,
          SIGN_MESSAGE_DIGEST,
          EMPLOYEE_HSA_ID,
          EDU_PERSON_PRINCIPAL_NAME,
          EDU_PERSON_SCOPED_AFFILIATION);

  private static SamlAttribute oid(String oid, String friendlyName) {
    return new SamlAttribute("urn:oid:" + oid, friendlyName);
  }

  /**
   * Finds an attribute by either of its names.
   *
   * @param name such as {@code urn:oid:2.5.4.42} or {@code givenName}
   * @return the attribute, or empty for one that is not registered
   */
  public static Optional<SamlAttribute> find(String name) {
    return REGISTERED.stream()
        .filter(attribute -> attribute.name.equals(name) || attribute.friendlyName.equals(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return friendlyName;
  }
}
