package se.byggsten.testidp.attack.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerDraft.Part;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;

/** Rightly signed answers that are for somebody else, from another time, or say two things. */
final class ContentAttacks {
  private static final Duration LONG = Duration.ofHours(3);
  private static final String ELSEWHERE = "https://annan-tjanst.example/";

  private ContentAttacks() {}

  static Maker part(Part part, String value) {
    return scene -> scene.signed(scene.draft().set(part, value));
  }

  static Maker elsewhere(Part part) {
    return part(part, ELSEWHERE);
  }

  static String otherIssuer(Scene scene) {
    String other = ELSEWHERE + "idp";
    return scene.signed(
        scene.victim().set(Part.RESPONSE_ISSUER, other).set(Part.ASSERTION_ISSUER, other));
  }

  /** A level that the service did not ask for, from the bottom. */
  static String levelNotAsked(Scene scene) {
    String level =
        AssuranceLevel.REGISTERED.stream()
            .map(AssuranceLevel::uri)
            .filter(uri -> !scene.request().levels().contains(uri))
            .findFirst()
            .orElse("http://id.elegnamnden.se/loa/1.0/loa0");
    return scene.signed(scene.draft().set(Part.LEVEL, level));
  }

  static String noLevel(Scene scene) {
    return changed(
        scene,
        assertion ->
            assertion.replaceFirst(
                "<saml2:AuthnContextClassRef>[^<]*</saml2:AuthnContextClassRef>", ""));
  }

  static String foreignScope(Scene scene) {
    AnswerDraft draft = scene.draft();
    String own = scene.attributes().getOrDefault(Names.AFFILIATION, "nagon@");
    return scene.signed(
        draft.attribute(Names.AFFILIATION, own.substring(0, own.lastIndexOf('@')) + "@5560360793"));
  }

  static String twoAuthnStatements(Scene scene) {
    return twice(scene, "AuthnStatement");
  }

  static String twoAttributeStatements(Scene scene) {
    return twice(scene, "AttributeStatement");
  }

  static String twoConfirmations(Scene scene) {
    return twice(scene, "SubjectConfirmation");
  }

  /** The value twice: the attacker's own and somebody else's. */
  static String twoValues(Scene scene) {
    String assertion = scene.draft().assertion();
    String victim = scene.victim().assertion();
    Document document = Xml.parse(assertion);
    Element statement =
        Xml.all(document.getDocumentElement(), Names.SAML, "AttributeStatement").get(0);
    for (Element attribute :
        Xml.all(Xml.parse(victim).getDocumentElement(), Names.SAML, "Attribute")) {
      statement.insertBefore(document.importNode(attribute, true), statement.getFirstChild());
    }
    return signedWith(scene, Xml.write(document));
  }

  private static String twice(Scene scene, String name) {
    Document document = Xml.parse(scene.draft().assertion());
    Element element = Xml.all(document.getDocumentElement(), Names.SAML, name).get(0);
    Node copy = element.cloneNode(true);
    element.getParentNode().insertBefore(copy, element);
    return signedWith(scene, Xml.write(document));
  }

  static String responseInFuture(Scene scene) {
    Instant later = scene.now().plus(LONG);
    return scene.signed(scene.draft().set(Part.RESPONSE_ISSUED, later));
  }

  static String assertionInFuture(Scene scene) {
    return scene.signed(scene.draft().set(Part.ASSERTION_ISSUED, scene.now().plus(LONG)));
  }

  static String old(Scene scene) {
    return scene.signed(scene.draft().times(scene.now().minus(LONG)));
  }

  static String oldResponse(Scene scene) {
    return scene.signed(scene.draft().set(Part.RESPONSE_ISSUED, scene.now().minus(LONG)));
  }

  static String expired(Scene scene) {
    Instant before = scene.now().minus(LONG);
    return scene.signed(
        scene
            .draft()
            .set(Part.NOT_BEFORE, before)
            .set(Part.NOT_ON_OR_AFTER, before.plus(Duration.ofMinutes(5))));
  }

  static String confirmationExpired(Scene scene) {
    return scene.signed(scene.draft().set(Part.CONFIRMED_UNTIL, scene.now().minus(LONG)));
  }

  static String notYetValid(Scene scene) {
    Instant later = scene.now().plus(LONG);
    return scene.signed(
        scene
            .draft()
            .set(Part.NOT_BEFORE, later)
            .set(Part.NOT_ON_OR_AFTER, later.plus(Duration.ofMinutes(5))));
  }

  static String oldAuthentication(Scene scene) {
    return scene.signed(
        scene.draft().set(Part.AUTHENTICATED, scene.now().minus(Duration.ofMinutes(30))));
  }

  static String noConditions(Scene scene) {
    return changed(
        scene,
        assertion -> assertion.replaceFirst("(?s)<saml2:Conditions .*</saml2:Conditions>", ""));
  }

  static String noAudience(Scene scene) {
    return changed(
        scene,
        assertion ->
            assertion.replaceFirst(
                "(?s)<saml2:AudienceRestriction>.*</saml2:AudienceRestriction>", ""));
  }

  static String noInResponseTo(Scene scene) {
    return scene.signed(
        AnswerWriter.success(scene.draft(), scene.service())
            .replaceFirst(" InResponseTo=\"[^\"]*\"", ""));
  }

  static String unsolicited(Scene scene) {
    AnswerDraft draft = scene.draft();
    String clear = AnswerWriter.unencrypted(draft).replaceAll(" InResponseTo=\"[^\"]*\"", "");
    return scene.signed(AnswerWriter.encrypted(clear, scene.service()));
  }

  static String errorWithAssertion(Scene scene) {
    AnswerDraft draft = scene.draft();
    return scene.signed(
        AnswerWriter.encrypted(
            draft.response(
                List.of(Names.RESPONDER, "http://id.elegnamnden.se/status/1.0/cancel"),
                draft.assertion()),
            scene.service()));
  }

  static String noStatus(Scene scene) {
    AnswerDraft draft = scene.draft();
    return scene.signed(
        AnswerWriter.encrypted(draft.response("", draft.assertion()), scene.service()));
  }

  private static String changed(Scene scene, UnaryOperator<String> change) {
    return signedWith(scene, change.apply(scene.draft().assertion()));
  }

  private static String signedWith(Scene scene, String assertion) {
    return scene.signed(
        AnswerWriter.encrypted(
            scene.draft().response(List.of(Names.SUCCESS), assertion), scene.service()));
  }
}
