package se.byggsten.samples.portal.web;

import java.net.URI;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.forms.render.MailText;
import se.byggsten.forms.render.ReceiptView;

/** The receipt by e-mail, to who gave an address: asked for with the case, sent after it. */
final class ReceiptMail implements OutboxHandler {
  private static final String TOPIC = "receipt-mail";
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptMail.class);

  private final PortalServices services;
  private final SubmittedView submitted;
  private final Mailbox mailbox;
  private final URI url;

  ReceiptMail(PortalServices services, SubmittedView submitted, Mailbox mailbox, URI url) {
    this.services = services;
    this.submitted = submitted;
    this.mailbox = mailbox;
    this.url = url;
  }

  /** Asks for the mail in the transaction of the case; before the hooks whose work may wait. */
  static CaseHook hook() {
    return new CaseHook() {
      @Override
      public HookResult onAccepted(
          Case accepted, List<StoredDocument> documents, Connection transaction) {
        OutboxMessage message =
            new OutboxMessage(accepted.id(), TOPIC, TOPIC + "-" + accepted.id(), Map.of());
        return new HookResult(Optional.empty(), List.of(message));
      }
    };
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void handle(OutboxMessage message) {
    Case one = services.queries().find(message.caseId()).orElseThrow();
    Optional<String> address = submitted.mailAddress(one);
    if (address.isEmpty()) {
      return;
    }
    ReceiptView view = Receipts.of(one, one.language(), services.manifest());
    if (one.applicant().isPresent()) {
      view = view.followUp(url + "/mina-arenden/" + one.id());
    }
    Optional<MailText> text = submitted.mail(one, view);
    text.ifPresent(mail -> mailbox.put(message.idempotencyKey(), address.get(), mail));
    LOG.info("The receipt of case {} is mailed", one.id());
  }
}
