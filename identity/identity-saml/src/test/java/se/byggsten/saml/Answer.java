package se.byggsten.saml;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An answer from an identity provider, right until a test makes it wrong. */
final class Answer {
  static final String PNR = "urn:oid:1.2.752.29.4.13";
  static final String AFFILIATION = "urn:oid:1.2.752.201.3.1";
  static final String NUMBER = "198401042380";

  String responseId = "_" + UUID.randomUUID();
  String assertionId = "_" + UUID.randomUUID();
  String issuer;
  String assertionIssuer;
  String destination;
  String recipient;
  String audience;
  String inResponseTo;
  String assertionInResponseTo;
  Instant issued;
  Instant notBefore;
  Instant notOnOrAfter;
  Instant confirmedUntil;
  Instant authnInstant;
  String level = "http://id.elegnamnden.se/loa/1.0/loa3";
  String status = "urn:oasis:names:tc:SAML:2.0:status:Success";
  String secondStatus = "";
  String method = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
  String version = "2.0";
  String extraCondition = "";
  String extraStatement = "";
  String extraAttributes = "";
  final Map<String, String> attributes = new LinkedHashMap<>();

  Answer(String idp, String sp, String acs, String requestId, Instant now) {
    issuer = idp;
    assertionIssuer = idp;
    destination = acs;
    recipient = acs;
    audience = sp;
    inResponseTo = requestId;
    assertionInResponseTo = requestId;
    issued = now;
    notBefore = now;
    notOnOrAfter = now.plusSeconds(180);
    confirmedUntil = now.plusSeconds(180);
    authnInstant = now;
    attributes.put(PNR, NUMBER);
    attributes.put("urn:oid:2.5.4.42", "Åsa");
    attributes.put("urn:oid:2.5.4.4", "Öberg");
  }

  String assertion() {
    StringBuilder statement = new StringBuilder();
    attributes.forEach((name, value) -> statement.append(attribute(name, value)));
    return """
        <saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" \
        Version="2.0" IssueInstant="%s"><saml2:Issuer>%s</saml2:Issuer><saml2:Subject>\
        <saml2:NameID>abc</saml2:NameID><saml2:SubjectConfirmation Method="%s">\
        <saml2:SubjectConfirmationData InResponseTo="%s" NotOnOrAfter="%s" Recipient="%s"/>\
        </saml2:SubjectConfirmation></saml2:Subject>\
        <saml2:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml2:AudienceRestriction>\
        <saml2:Audience>%s</saml2:Audience></saml2:AudienceRestriction>%s</saml2:Conditions>\
        <saml2:AuthnStatement AuthnInstant="%s"><saml2:AuthnContext>\
        <saml2:AuthnContextClassRef>%s</saml2:AuthnContextClassRef></saml2:AuthnContext>\
        </saml2:AuthnStatement>%s<saml2:AttributeStatement>%s%s</saml2:AttributeStatement>\
        </saml2:Assertion>"""
        .formatted(
            assertionId,
            issued,
            assertionIssuer,
            method,
            assertionInResponseTo,
            confirmedUntil,
            recipient,
            notBefore,
            notOnOrAfter,
            audience,
            extraCondition,
            authnInstant,
            level,
            extraStatement,
            statement,
            extraAttributes);
  }

  static String attribute(String name, String xmlValue) {
    return "<saml2:Attribute Name=\""
        + name
        + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\">"
        + "<saml2:AttributeValue>"
        + xmlValue
        + "</saml2:AttributeValue></saml2:Attribute>";
  }

  /** The response around this content, not signed. */
  String response(String content) {
    String second =
        secondStatus.isEmpty() ? "" : "<saml2p:StatusCode Value=\"" + secondStatus + "\"/>";
    return """
        <saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
        xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="%s" \
        IssueInstant="%s" Destination="%s" InResponseTo="%s"><saml2:Issuer>%s</saml2:Issuer>\
        <saml2p:Status><saml2p:StatusCode Value="%s">%s</saml2p:StatusCode></saml2p:Status>%s\
        </saml2p:Response>"""
        .formatted(
            responseId,
            version,
            issued,
            destination,
            inResponseTo,
            issuer,
            status,
            second,
            content);
  }
}
