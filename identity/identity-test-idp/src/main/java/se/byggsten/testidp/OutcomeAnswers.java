package se.byggsten.testidp;

import java.time.Duration;
import se.byggsten.testidp.attack.internal.Scene;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerDraft.Part;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.IdpKey;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.ServiceMetadata;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/** Writes the answer of each outcome. */
final class OutcomeAnswers {
  private static final String ELSEWHERE = "https://annan-tjanst.example/";

  private OutcomeAnswers() {}

  /** Returns the answer as XML. */
  static String xml(Scene scene, Outcome outcome, IdpKey key) {
    ServiceMetadata service = scene.request().service();
    AnswerDraft draft =
        AnswerDraft.to(
            scene.request(), scene.issuer(), scene.now(), scene.level(), scene.attributes());
    if (!outcome.status().isEmpty()) {
      return signed(
          key, AnswerWriter.error(draft, outcome.status().get(0), outcome.status().get(1)));
    }
    switch (outcome) {
      case UNSIGNED -> {
        return AnswerWriter.success(draft, service);
      }
      case FOREIGN_SIGNED -> {
        return AnswerWriter.signed(
            AnswerWriter.success(draft, service), XmlSignatures.Maker.of(scene.stranger()));
      }
      case UNENCRYPTED -> {
        return signed(key, AnswerWriter.unencrypted(draft));
      }
      case WITH_DTD -> {
        return "<!DOCTYPE Response>" + signed(key, AnswerWriter.success(draft, service));
      }
      case EXPIRED -> draft.times(scene.now().minus(Duration.ofMinutes(10)));
      case WRONG_AUDIENCE -> draft.set(Part.AUDIENCE, ELSEWHERE + "sp");
      case WRONG_RECIPIENT -> draft.set(Part.RECIPIENT, ELSEWHERE + "acs");
      case WRONG_IN_RESPONSE_TO -> {
        String other = AnswerDraft.id();
        draft.set(Part.RESPONSE_IN_RESPONSE_TO, other).set(Part.ASSERTION_IN_RESPONSE_TO, other);
      }
      case MISSING_ATTRIBUTE -> draft.without(Names.NUMBER).without(Names.AFFILIATION);
      default -> {
        // As it should be.
      }
    }
    return signed(key, AnswerWriter.success(draft, service));
  }

  private static String signed(IdpKey key, String xml) {
    return AnswerWriter.signed(xml, XmlSignatures.Maker.of(key));
  }
}
