package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;

/** The decision as a document in the case: what was decided, why, by whom and how to appeal. */
final class DecisionDocument {
  NewDocument of(Case one, Decision decision) {
    PortalTexts t = PortalTexts.in(one.language());
    String text =
        String.join(
            "\n\n",
            t.get("decision.document.title", CaseParts.number(one)),
            one.authority().name(),
            t.get("decision.outcome") + ": " + t.get("decision." + decision.outcome()),
            t.get("decision.reasons") + ":\n" + decision.reasons(),
            t.get("decision.by") + ": " + decision.decidedBy() + ", " + t.day(decision.decidedAt()),
            t.get("decision.appeal") + ":\n" + decision.howToAppeal());
    return NewDocument.of(
        DocumentRole.DECISION,
        "beslut.txt",
        "text/plain",
        (text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
