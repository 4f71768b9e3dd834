package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.Optional;

/** Finds at which desk the visitor of a request sits. */
@FunctionalInterface
interface Desks {
  /** The desk; empty when there is none for this visitor. */
  Optional<Desk> of(Exchange x);

  /** Answers a visitor for whom there is no desk. */
  default void none(Exchange x) throws IOException {
    x.notFound();
  }
}
