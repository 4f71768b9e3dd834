package se.byggsten.samples.portal.web;

import java.net.URI;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.forms.render.MailText;

/**
 * Tells by e-mail that there is something to read: a request for a supplement, or a decision. What
 * it says is read after login; the mail has the number of the case and no more.
 */
final class NewsMail implements OutboxHandler {
  private static final String TOPIC = "news-mail";
  private static final String WHAT = "what";
  private static final String SUPPLEMENT = "supplement";
  private static final String DECISION = "decision";
  private static final String DUE = "due";
  private static final Logger LOG = LoggerFactory.getLogger(NewsMail.class);

  private final PortalServices services;
  private final SubmittedView submitted;
  private final Mailbox mailbox;
  private final URI url;

  NewsMail(PortalServices services, SubmittedView submitted, Mailbox mailbox, URI url) {
    this.services = services;
    this.submitted = submitted;
    this.mailbox = mailbox;
    this.url = url;
  }

  /** Asks for the mail in the transaction of what it tells of. */
  static CaseHook hook() {
    return new CaseHook() {
      @Override
      public HookResult onSupplementRequested(Case asked, Connection transaction) {
        String due =
            asked.supplementRequest().map(request -> request.dueDate().toString()).orElseThrow();
        return told(asked, Map.of(WHAT, SUPPLEMENT, DUE, due));
      }

      @Override
      public HookResult onDocuments(
          Case changed, List<StoredDocument> documents, Connection transaction) {
        boolean decided = documents.stream().anyMatch(d -> d.role() == DocumentRole.DECISION);
        return decided ? told(changed, Map.of(WHAT, DECISION)) : HookResult.NOTHING;
      }
    };
  }

  private static CaseHook.HookResult told(Case one, Map<String, String> what) {
    String key = TOPIC + "-" + what.get(WHAT) + "-" + one.id() + "-" + one.version();
    return new CaseHook.HookResult(
        Optional.empty(), List.of(new OutboxMessage(one.id(), TOPIC, key, what)));
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void handle(OutboxMessage message) {
    Case one = services.queries().find(message.caseId()).orElseThrow();
    // Who has not logged in can read nothing by logging in: they are answered by a person.
    Optional<String> address =
        one.applicant().isEmpty() ? Optional.empty() : submitted.mailAddress(one);
    if (address.isEmpty()) {
      return;
    }
    PortalTexts t = PortalTexts.in(one.language());
    String what = message.payload().getOrDefault(WHAT, DECISION);
    String due =
        Optional.ofNullable(message.payload().get(DUE))
            .map(day -> t.day(LocalDate.parse(day)))
            .orElse("");
    String number = CaseParts.number(one);
    String body =
        t.get(
            "mail." + what + ".text",
            number,
            due,
            url + "/mina-arenden/" + one.id(),
            one.authority().name());
    mailbox.put(
        message.idempotencyKey(),
        address.get(),
        new MailText(t.get("mail." + what + ".subject", number), body));
    LOG.info("News of case {} are mailed", one.id());
  }
}
