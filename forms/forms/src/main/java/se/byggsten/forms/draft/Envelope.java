package se.byggsten.forms.draft;

import java.time.Instant;
import java.util.Optional;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.funnel.FunnelMark;

/**
 * What is stored of a draft, before it is sealed.
 *
 * @param formId the form
 * @param sha256 the definition that the draft is pinned to
 * @param openedAt when it was opened in the store
 * @param filesUntil how long its files are kept so far
 * @param heldUntil until when it is being sent; long ago when it is not
 * @param history what the latest changes replaced
 * @param state the state as the run wrote it
 * @param counted what has been counted of the run
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made and read in this package alone
record Envelope(
    String formId,
    String sha256,
    Instant openedAt,
    Instant filesUntil,
    Instant heldUntil,
    History history,
    byte[] state,
    FunnelMark counted) {
  private static final int FORMAT = 2;
  private static final int UNCOUNTED = 1;

  Envelope held(Instant until) {
    return new Envelope(formId, sha256, openedAt, filesUntil, until, history, state, counted);
  }

  byte[] write() {
    Pack.Writer out =
        new Pack.Writer()
            .number(counted.isNone() ? UNCOUNTED : FORMAT)
            .text(formId)
            .text(sha256)
            .number(openedAt.toEpochMilli())
            .number(filesUntil.toEpochMilli())
            .number(heldUntil.toEpochMilli());
    history.write(out);
    out.bytes(state);
    return (counted.isNone() ? out : out.texts(counted.texts())).done();
  }

  static Optional<Envelope> read(byte[] bytes) {
    return Pack.read(bytes, Envelope::read).flatMap(read -> read);
  }

  private static Optional<Envelope> read(Pack in) {
    long format = in.number();
    Envelope envelope =
        new Envelope(
            in.text(),
            in.text(),
            Instant.ofEpochMilli(in.number()),
            Instant.ofEpochMilli(in.number()),
            Instant.ofEpochMilli(in.number()),
            History.read(in),
            in.bytes(),
            format == FORMAT ? FunnelMark.of(in.texts()) : FunnelMark.NONE);
    return format == FORMAT || format == UNCOUNTED ? Optional.of(envelope) : Optional.empty();
  }

  /** Leaves out the state. */
  @Override
  public String toString() {
    return "Envelope[" + formId + "]";
  }
}
