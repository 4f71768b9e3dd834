package se.byggsten.samples.portal.web;

import java.time.LocalDate;
import java.util.Locale;
import se.byggsten.core.cases.Case;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.forms.render.ReceiptView;

/** What the receipt of a case says besides its answers, on the page and in the e-mail alike. */
final class Receipts {
  private Receipts() {}

  /** The number, when it came, and when an answer is expected: working days, told as a day. */
  static ReceiptView of(Case one, Locale language, EServiceManifest manifest) {
    int days = manifest.service().expectedHandlingDays().orElse(0);
    LocalDate received = LocalDate.ofInstant(one.receivedAt(), PortalTexts.SWEDEN);
    ReceiptView view = ReceiptView.of(language, CaseParts.number(one), one.receivedAt());
    boolean ofManifest = one.eService().equals(manifest.service().id());
    return days > 0 && ofManifest ? view.answerBy(received.plusDays(days * 7L / 5)) : view;
  }
}
