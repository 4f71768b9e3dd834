package se.byggsten.accessibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.byggsten.accessibility.internal.StatementText;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/**
 * Reads an accessibility statement as a citizen meets it, whoever wrote it.
 *
 * <p>Decides what the words of the page can show: who is behind it, one status and no more, dates,
 * a way to send a message, the way to Digg. Whether it is true is for others to find out.
 */
public final class AccessibilityStatementCheck {
  /** The page names the actor and what is covered. */
  public static final RequirementId ACTOR = RequirementId.of("A11Y-STATEMENT-ACTOR");

  /** The page states one status, and shortcomings that agree with it. */
  public static final RequirementId STATUS = RequirementId.of("A11Y-STATEMENT-STATUS");

  /** The page tells when and how the service was assessed, at most twelve months ago. */
  public static final RequirementId DATES = RequirementId.of("A11Y-STATEMENT-DATES");

  /** The page leads to a form for messages. */
  public static final RequirementId MESSAGE = RequirementId.of("A11Y-STATEMENT-MESSAGE");

  /** The page leads to Digg's form for complaints. */
  public static final RequirementId COMPLAINT = RequirementId.of("A11Y-STATEMENT-COMPLAINT");

  private AccessibilityStatementCheck() {}

  /**
   * Checks the page.
   *
   * @param page the page of the statement
   * @param actor the name that must stand on it, such as {@code Eksta kommun}
   * @param today the day against which age is counted, in Sweden
   * @return what is missing or contradictory, by the rule ids of this class
   */
  public static List<Finding> check(HtmlPage page, String actor, LocalDate today) {
    StatementText text = StatementText.of(page.dom());
    List<Finding> findings = new ArrayList<>();
    Location where = Location.in(page.location());
    if (!text.mentions(actor)) {
      findings.add(
          error(
              ACTOR,
              where,
              "Redogörelsen anger inte vem som står bakom tjänsten",
              "Skriv ut aktörens namn."));
    }
    if (!text.saysWhatIsCovered()) {
      findings.add(
          error(
              ACTOR,
              where,
              "Redogörelsen säger inte vad den omfattar",
              "Skriv vilka tjänster redogörelsen omfattar."));
    }
    if (text.statuses() != 1) {
      findings.add(
          error(
              STATUS,
              where,
              "Redogörelsen anger " + text.statuses() + " statusar; den ska ange en",
              "Skriv att tjänsten är helt, delvis eller inte förenlig med lagen."));
    } else if (text.contradictsItself()) {
      findings.add(
          error(
              STATUS,
              where,
              "Redogörelsens status och brister går inte ihop",
              "Beskriv bristerna, eller ändra status."));
    }
    dated(text.assessed(), "bedömning", today, where).ifPresent(findings::add);
    dated(text.updated(), "uppdatering", today, where).ifPresent(findings::add);
    if (!text.saysHowAssessed()) {
      findings.add(
          error(
              DATES,
              where,
              "Redogörelsen säger inte hur tjänsten har bedömts",
              "Skriv vem som bedömt tjänsten, och hur."));
    }
    if (!text.leadsToMessageForm()) {
      findings.add(
          error(
              MESSAGE,
              where,
              "Redogörelsen leder inte till ett formulär för synpunkter",
              "Länka till ett formulär; enbart e-post räcker inte."));
    }
    if (!text.leadsToDigg()) {
      findings.add(
          error(
              COMPLAINT,
              where,
              "Redogörelsen länkar inte till Diggs anmälan",
              "Länka till " + AccessibilityStatement.COMPLAINT_ADDRESS + "."));
    }
    return List.copyOf(findings);
  }

  private static Optional<Finding> dated(
      Optional<LocalDate> date, String what, LocalDate today, Location where) {
    if (date.isEmpty()) {
      return Optional.of(
          error(DATES, where, "Redogörelsen saknar datum för senaste " + what, "Skriv datumet."));
    }
    if (date.get().isAfter(today) || date.get().isBefore(today.minusMonths(12))) {
      return Optional.of(
          error(
              DATES,
              where,
              "Datum för senaste "
                  + what
                  + " är "
                  + date.get()
                  + "; högst tolv månader gammalt krävs",
              "Bedöm tjänsten på nytt och uppdatera redogörelsen."));
    }
    return Optional.empty();
  }

  private static Finding error(RequirementId rule, Location where, String message, String remedy) {
    return Finding.error(ErrorCode.of(rule.value()), rule, where, message, remedy);
  }
}
