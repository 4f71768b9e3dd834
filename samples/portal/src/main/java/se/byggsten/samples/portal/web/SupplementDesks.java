package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.run.FormRun;

/** Where a citizen changes the answers that they have sent, while a supplement is asked for. */
final class SupplementDesks implements Desks {
  /** What the address of a case goes on with. */
  static final String CHANGE = "/andra";

  /** The routes' address of a desk. */
  static final String PATTERN = "/mina-arenden/{id}" + CHANGE;

  private static final Pattern PAGE = Pattern.compile("/mina-arenden/[^/]+" + CHANGE + "/.+");

  private final PortalServices services;
  private final FormRun run;
  private final SubmittedView submitted;

  SupplementDesks(PortalServices services, FormRun run, SubmittedView submitted) {
    this.services = services;
    this.run = run;
    this.submitted = submitted;
  }

  /** Whether a path is that of a page of the form, whose posts the page itself reads and judges. */
  static boolean isOfForm(String path) {
    return PAGE.matcher(path).matches();
  }

  private Optional<Case> own(Exchange x) {
    return CaseParts.idOf(x.part("id")).flatMap(id -> services.queries().find(id, x.citizen()));
  }

  @Override
  public Optional<Desk> of(Exchange x) {
    return own(x)
        .filter(one -> one.supplementRequest().isPresent())
        .filter(this::canBeChanged)
        .map(one -> Desk.completing(x, one.id().toString()));
  }

  /** By the version that was answered, also when a newer one is in use. */
  private boolean canBeChanged(Case one) {
    return one.form().id().equals(run.form().id()) && submitted.run(one).isPresent();
  }

  /** A second click, or a page that was left open, finds the case as it now is. */
  @Override
  public void none(Exchange x) throws IOException {
    Optional<Case> one = own(x);
    if (one.isPresent()) {
      x.redirect("/mina-arenden/" + one.get().id());
    } else {
      x.notFound();
    }
  }

  @Override
  public Draft begin(Desk desk, DraftStore drafts, FormRun form, Clock clock) {
    CaseId id = CaseParts.idOf(desk.completes().orElseThrow()).orElseThrow();
    Case one = services.queries().find(id).orElseThrow();
    return drafts.reopen(
        desk.owner(),
        form.form().id(),
        submitted.latest(one).orElseThrow(),
        file -> SubmittedView.bytes(services, id, file));
  }
}
