package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.run.FormRun;

/** Finds at which desk the visitor of a request sits. */
@FunctionalInterface
interface Desks {
  /** The desk; empty when there is none for this visitor. */
  Optional<Desk> of(Exchange x);

  /** The draft of a desk that has none: an empty one, or with what was sent before. */
  default Draft begin(Desk desk, DraftStore drafts, FormRun run, Clock clock) {
    return drafts.open(desk.owner(), run.form().id(), desk.known(clock));
  }

  /** Answers a visitor for whom there is no desk. */
  default void none(Exchange x) throws IOException {
    x.notFound();
  }
}
