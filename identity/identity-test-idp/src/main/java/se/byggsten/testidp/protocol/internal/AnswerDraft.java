package se.byggsten.testidp.protocol.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an answer is to say; everything is right until it is changed.
 *
 * <p>Times are written in milliseconds, UTC.
 */
public final class AnswerDraft {
  private static final Duration VALIDITY = Duration.ofMinutes(3);
  private static final String NAME_FORMATS = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
  private static final String XS =
      " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:string\"";

  private final TreeMap<String, String> values = new TreeMap<>();
  private final TreeMap<String, String> attributes;

  private AnswerDraft(Map<String, String> attributes) {
    this.attributes = new TreeMap<>(attributes);
  }

  /** Returns a right answer to a request. */
  public static AnswerDraft to(
      Request request, String issuer, Instant now, String level, Map<String, String> attributes) {
    AnswerDraft draft = new AnswerDraft(attributes);
    draft
        .set(Part.RESPONSE_ID, id())
        .set(Part.ASSERTION_ID, id())
        .set(Part.NAME_ID, id())
        .set(Part.NAME_FORMAT, NAME_FORMATS + "transient")
        .set(Part.RESPONSE_ISSUER, issuer)
        .set(Part.ASSERTION_ISSUER, issuer)
        .set(Part.DESTINATION, request.acsUrl())
        .set(Part.RECIPIENT, request.acsUrl())
        .set(Part.AUDIENCE, request.service().entityId())
        .set(Part.RESPONSE_IN_RESPONSE_TO, request.id())
        .set(Part.ASSERTION_IN_RESPONSE_TO, request.id())
        .set(Part.LEVEL, level)
        .times(now);
    return draft;
  }

  /** What can be set; each is the content of one attribute or element. */
  public enum Part {
    RESPONSE_ID,
    ASSERTION_ID,
    NAME_ID,
    NAME_FORMAT,
    RESPONSE_ISSUER,
    ASSERTION_ISSUER,
    DESTINATION,
    RECIPIENT,
    AUDIENCE,
    RESPONSE_IN_RESPONSE_TO,
    ASSERTION_IN_RESPONSE_TO,
    LEVEL,
    RESPONSE_ISSUED,
    ASSERTION_ISSUED,
    NOT_BEFORE,
    NOT_ON_OR_AFTER,
    CONFIRMED_UNTIL,
    AUTHENTICATED
  }

  /** Sets all instants as if the answer were made then. */
  public AnswerDraft times(Instant now) {
    return set(Part.RESPONSE_ISSUED, now)
        .set(Part.ASSERTION_ISSUED, now)
        .set(Part.NOT_BEFORE, now)
        .set(Part.AUTHENTICATED, now)
        .set(Part.NOT_ON_OR_AFTER, now.plus(VALIDITY))
        .set(Part.CONFIRMED_UNTIL, now.plus(VALIDITY));
  }

  /** Sets one part. */
  public AnswerDraft set(Part part, String value) {
    values.put(part.name(), value);
    return this;
  }

  /** Sets one part to an instant. */
  public AnswerDraft set(Part part, Instant value) {
    return set(part, value.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** Sets an attribute. */
  public AnswerDraft attribute(String name, String value) {
    attributes.put(name, value);
    return this;
  }

  /** Leaves out an attribute. */
  public AnswerDraft without(String name) {
    attributes.remove(name);
    return this;
  }

  /** Says whether there is an attribute of this name. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Returns one part. */
  public String get(Part part) {
    return values.getOrDefault(part.name(), "");
  }

  /** Names the person by a name that stays the same from login to login. */
  public AnswerDraft named(String name) {
    return set(Part.NAME_FORMAT, NAME_FORMATS + "persistent").set(Part.NAME_ID, name);
  }

  /** Returns a new id. */
  public static String id() {
    byte[] bytes = new byte[20];
    new SecureRandom().nextBytes(bytes);
    return "_" + HexFormat.of().formatHex(bytes);
  }

  /** Returns a response with these status codes, each within the one before, and this content. */
  public String response(List<String> status, String content) {
    StringBuilder codes = new StringBuilder("<saml2p:Status>");
    status.forEach(code -> codes.append("<saml2p:StatusCode Value=\"").append(code).append("\">"));
    status.forEach(code -> codes.append("</saml2p:StatusCode>"));
    return response(codes.append("</saml2p:Status>").toString(), content);
  }

  /** Returns a response with this status as it is, and this content. */
  public String response(String status, String content) {
    return """
        <saml2p:Response xmlns:saml2p="%s" xmlns:saml2="%s" ID="%s" Version="2.0" IssueInstant="%s" \
        Destination="%s" InResponseTo="%s"><saml2:Issuer>%s</saml2:Issuer>%s%s</saml2p:Response>"""
        .formatted(
            Names.SAMLP,
            Names.SAML,
            text(Part.RESPONSE_ID),
            text(Part.RESPONSE_ISSUED),
            text(Part.DESTINATION),
            text(Part.RESPONSE_IN_RESPONSE_TO),
            text(Part.RESPONSE_ISSUER),
            status,
            content);
  }

  /** Returns the assertion. */
  public String assertion() {
    StringBuilder written = new StringBuilder();
    attributes.forEach(
        (name, value) ->
            written.append(
                """
                <saml2:Attribute Name="%s" NameFormat="%s"><saml2:AttributeValue%s>%s\
                </saml2:AttributeValue></saml2:Attribute>"""
                    .formatted(Xml.escape(name), Names.URI_FORMAT, XS, Xml.escape(value))));
    return """
        <saml2:Assertion xmlns:saml2="%s" ID="%s" Version="2.0" IssueInstant="%s">\
        <saml2:Issuer>%s</saml2:Issuer><saml2:Subject>\
        <saml2:NameID Format="%s">%s</saml2:NameID>\
        <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
        <saml2:SubjectConfirmationData Address="127.0.0.1" InResponseTo="%s" NotOnOrAfter="%s" \
        Recipient="%s"/></saml2:SubjectConfirmation></saml2:Subject>\
        <saml2:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml2:AudienceRestriction>\
        <saml2:Audience>%s</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>\
        <saml2:AuthnStatement AuthnInstant="%s"><saml2:AuthnContext>\
        <saml2:AuthnContextClassRef>%s</saml2:AuthnContextClassRef></saml2:AuthnContext>\
        </saml2:AuthnStatement><saml2:AttributeStatement>%s</saml2:AttributeStatement>\
        </saml2:Assertion>"""
        .formatted(
            Names.SAML,
            text(Part.ASSERTION_ID),
            text(Part.ASSERTION_ISSUED),
            text(Part.ASSERTION_ISSUER),
            text(Part.NAME_FORMAT),
            text(Part.NAME_ID),
            text(Part.ASSERTION_IN_RESPONSE_TO),
            text(Part.CONFIRMED_UNTIL),
            text(Part.RECIPIENT),
            text(Part.NOT_BEFORE),
            text(Part.NOT_ON_OR_AFTER),
            text(Part.AUDIENCE),
            text(Part.AUTHENTICATED),
            text(Part.LEVEL),
            written);
  }

  @Override
  public String toString() {
    return "AnswerDraft[masked]";
  }

  private String text(Part part) {
    return Xml.escape(get(part));
  }
}
