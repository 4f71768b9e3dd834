package se.byggsten.saml;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import se.byggsten.saml.metadata.IdentityProviderMetadata;

/**
 * The operator of a federation, who publishes metadata and signs them.
 *
 * <p>The XML is written in its canonical form, so that it can be signed by the JDK's digest and
 * signature alone, however large it is, and no library judges what it wrote itself.
 */
final class Federation {
  /** Signs what is published. */
  static final KeyMaterial OPERATOR = Scene.key("operator");

  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

  private final List<String> entities = new ArrayList<>();
  private String id = "_feed";
  private String cacheDuration = "";
  private String validUntil = NOW.plus(Duration.ofDays(7)).toString();
  private String created = "";

  Federation add(String entity) {
    entities.add(entity);
    return this;
  }

  Federation add(Entity entity) {
    return add(entity.xml());
  }

  Federation id(String value) {
    id = value;
    return this;
  }

  Federation validUntil(Instant value) {
    return validUntil(value.toString());
  }

  Federation validUntil(String value) {
    validUntil = value;
    return this;
  }

  Federation cacheDuration(String value) {
    cacheDuration = value;
    return this;
  }

  Federation createdAt(Instant value) {
    created =
        "<md:Extensions><mdrpi:PublicationInfo xmlns:mdrpi=\"urn:oasis:names:tc:SAML:metadata:rpi\""
            + " creationInstant=\""
            + value
            + "\" publisher=\"https://md.example.se/\"></mdrpi:PublicationInfo></md:Extensions>";
    return this;
  }

  String xml() {
    return head() + tail();
  }

  byte[] bytes() {
    return xml().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the metadata with the operator's signature. */
  byte[] signed() {
    return signed(OPERATOR).getBytes(StandardCharsets.UTF_8);
  }

  String signed(KeyMaterial key) {
    String head = head();
    String tail = tail();
    return head + signature("#" + id, head + tail, key) + tail;
  }

  private String head() {
    return "<md:EntitiesDescriptor xmlns:md=\""
        + MD
        + "\""
        + attribute("ID", id)
        + attribute("cacheDuration", cacheDuration)
        + attribute("validUntil", validUntil)
        + ">";
  }

  private String tail() {
    return created + String.join("", entities) + "</md:EntitiesDescriptor>";
  }

  /** Returns a signature over XML that is in its canonical form already. */
  static String signature(String reference, String canonical, KeyMaterial key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      String info =
          """
          <ds:SignedInfo xmlns:ds="%s"><ds:CanonicalizationMethod Algorithm=\
          "http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>\
          <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256">\
          </ds:SignatureMethod><ds:Reference URI="%s"><ds:Transforms><ds:Transform Algorithm=\
          "http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform><ds:Transform \
          Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms>\
          <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>\
          <ds:DigestValue>%s</ds:DigestValue></ds:Reference></ds:SignedInfo>"""
              .formatted(DS, reference, Base64.getEncoder().encodeToString(digest));
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key.privateKey());
      signer.update(info.getBytes(StandardCharsets.UTF_8));
      return "<ds:Signature xmlns:ds=\""
          + DS
          + "\">"
          + info
          + "<ds:SignatureValue>"
          + Base64.getEncoder().encodeToString(signer.sign())
          + "</ds:SignatureValue></ds:Signature>";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Entity entity(String entityId) {
    return new Entity(entityId);
  }

  /** Reads what one entity says, with the parser of the product. */
  static IdentityProviderMetadata read(Entity entity) {
    return SamlMetadata.readOne(new Federation().add(entity).bytes(), NOW);
  }

  private static String attribute(String name, String value) {
    return value.isEmpty() ? "" : " " + name + "=\"" + value + "\"";
  }

  /** An identity provider, which begins with what it must have. */
  static final class Entity {
    private final String entityId;
    private final List<String> levels = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private String cacheDuration = "";
    private String attributes = "";
    private String extensions = "";
    private String roleAttributes = "";
    private String roleExtensions = "";
    private String roleContent = "";
    private String endpoints =
        endpoint("HTTP-POST", "https://idp.example.se/post")
            + endpoint("HTTP-Redirect", "https://idp.example.se/sso");

    private Entity(String entityId) {
      this.entityId = entityId;
    }

    Entity level(String uri) {
      levels.add(uri);
      return this;
    }

    Entity category(String uri) {
      categories.add(uri);
      return this;
    }

    Entity key(String use, KeyMaterial key) {
      return key(use, Base64.getEncoder().encodeToString(encoded(key)), "");
    }

    Entity key(String use, String base64, String methods) {
      keys.add(
          "<md:KeyDescriptor"
              + attribute("use", use)
              + "><ds:KeyInfo xmlns:ds=\""
              + DS
              + "\"><ds:X509Data><ds:X509Certificate>"
              + base64
              + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
              + methods
              + "</md:KeyDescriptor>");
      return this;
    }

    /** Adds attributes to the entity; they are to come after its id by the alphabet. */
    Entity with(String xmlAttributes) {
      attributes += xmlAttributes;
      return this;
    }

    Entity cacheDuration(String value) {
      cacheDuration = value;
      return this;
    }

    Entity extensions(String xml) {
      extensions += xml;
      return this;
    }

    Entity roleWith(String xmlAttributes) {
      roleAttributes += xmlAttributes;
      return this;
    }

    Entity roleExtensions(String xml) {
      roleExtensions += xml;
      return this;
    }

    Entity roleContent(String xml) {
      roleContent += xml;
      return this;
    }

    Entity endpoints(String xml) {
      endpoints = xml;
      return this;
    }

    static String endpoint(String binding, String location) {
      return "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:"
          + binding
          + "\" Location=\""
          + location
          + "\"></md:SingleSignOnService>";
    }

    String xml() {
      if (keys.isEmpty()) {
        key("signing", Scene.IDP_KEY);
      }
      return "<md:EntityDescriptor"
          + attribute("cacheDuration", cacheDuration)
          + attribute("entityID", entityId)
          + attributes
          + "><md:Extensions>"
          + extensions
          + "<mdattr:EntityAttributes xmlns:mdattr=\"urn:oasis:names:tc:SAML:metadata:attribute\">"
          + values("urn:oasis:names:tc:SAML:attribute:assurance-certification", levels)
          + values("http://macedir.org/entity-category", categories)
          + "</mdattr:EntityAttributes></md:Extensions><md:IDPSSODescriptor"
          + roleAttributes
          + attribute("protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol")
          + "><md:Extensions>"
          + roleExtensions
          + "</md:Extensions>"
          + String.join("", keys)
          + endpoints
          + roleContent
          + "</md:IDPSSODescriptor></md:EntityDescriptor>";
    }

    private static String values(String name, List<String> uris) {
      return "<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
          + attribute("Name", name)
          + attribute("NameFormat", URI)
          + ">"
          + uris.stream()
              .map(uri -> "<saml:AttributeValue>" + uri + "</saml:AttributeValue>")
              .collect(Collectors.joining())
          + "</saml:Attribute>";
    }

    private static byte[] encoded(KeyMaterial key) {
      try {
        return key.certificate().getEncoded();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
