package se.byggsten.forms.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.draft.internal.StateBytes;
import se.byggsten.forms.funnel.Funnel;
import se.byggsten.forms.funnel.FunnelMark;
import se.byggsten.forms.run.AttachmentVault;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.spi.AttemptLimit;

/** Puts drafts and their files away, prolongs them and takes them away, each by its definition. */
final class Shelf {
  private static final Duration HELD = Duration.ofMinutes(2);

  /** Files are prolonged with their draft, but not oftener than this, since they are large. */
  private static final Duration FILES_LONGER = Duration.ofDays(1);

  private final DraftRecords records;
  private final FormVersions forms;
  private final Clock clock;
  private final Optional<Duration> longestLife;
  private final Function<FormDefinition, Map<String, Object>> inputs;
  private final AttemptLimit limit;
  private final Funnel funnel;

  Shelf(DraftRecords records, DraftStoreBuilder builder) {
    this.records = records;
    forms = builder.forms;
    clock = builder.clock;
    longestLife = builder.longestLife;
    inputs = builder.inputs;
    limit = builder.limit;
    funnel = builder.funnel;
  }

  private Shelf(Shelf shelf, Function<FormDefinition, Map<String, Object>> inputs) {
    records = shelf.records;
    forms = shelf.forms;
    clock = shelf.clock;
    longestLife = shelf.longestLife;
    limit = shelf.limit;
    funnel = shelf.funnel;
    this.inputs = inputs;
  }

  /** The same, which also tells each form those of these inputs that it has. */
  Shelf telling(Map<String, Object> given) {
    return new Shelf(
        this,
        form -> {
          Map<String, Object> all = new HashMap<>(inputs.apply(form));
          given.forEach(
              (name, value) -> {
                if (form.inputs().containsKey(name)) {
                  all.put(name, value);
                }
              });
          return all;
        });
  }

  Draft draft(DraftRef ref, DraftRecords.Found found) {
    Envelope envelope = found.envelope();
    FormRun begun = begunWith(envelope);
    FormRun used = version(envelope);
    boolean moves = !used.form().sha256().equals(begun.form().sha256());
    byte[] state = envelope.state();
    return new Draft(
        ref,
        used,
        used.withInputs(
            used.read(moves ? StateBytes.pinned(state, used.form()) : state),
            inputs.apply(used.form())),
        found.version(),
        envelope.openedAt(),
        found.expiresAt(),
        moves ? OptionalInt.of(begun.form().version()) : OptionalInt.empty());
  }

  /** The version that a draft is opened in, without its answers. */
  FormRun version(Envelope envelope) {
    FormRun run = begunWith(envelope);
    FormRun latest = forms.current(envelope.formId());
    return forms.mayMove(run.form(), latest.form()) ? latest : run;
  }

  private FormRun begunWith(Envelope envelope) {
    return forms
        .find(envelope.formId(), envelope.sha256())
        .orElseThrow(
            () ->
                new DraftException(
                    DraftException.VERSION_UNKNOWN,
                    "Register the version of the form that the draft was begun with"));
  }

  /** A new draft of somebody who begins, which is counted. */
  Optional<Draft> begin(DraftOwner owner, FormRun run, FormState state) {
    FormState informed = run.withInputs(state, inputs.apply(run.form()));
    FunnelMark mark = funnel.begun(run, informed, clock.instant());
    boolean counts =
        !mark.isNone()
            && limit.permits("form-funnel", records.place(new DraftRef(owner, run.form().id(), 1)));
    return put(owner, run, run.write(state), counts ? mark : FunnelMark.NONE);
  }

  /**
   * A new draft of what was written before, with those of its files that there are, in the first
   * free place; empty when there is none. Without its files there is no draft.
   */
  Optional<Draft> put(
      DraftOwner owner,
      FormRun run,
      byte[] state,
      Function<AttachmentRef, Optional<byte[]>> contents) {
    Optional<Draft> put = put(owner, run, state, FunnelMark.NONE);
    put.ifPresent(
        draft -> {
          try {
            putFiles(draft, contents);
          } catch (RuntimeException e) {
            remove(draft, false);
            throw e;
          }
        });
    return put;
  }

  private void putFiles(Draft draft, Function<AttachmentRef, Optional<byte[]>> contents) {
    DraftRecords.Found found = records.find(draft.ref()).orElseThrow(DraftStore::busy);
    AttachmentVault files = records.files(draft.ref(), found);
    draft.state().attachments().values().stream()
        .flatMap(List::stream)
        .forEach(
            file ->
                contents.apply(file).ifPresent(bytes -> files.put(file, bytes, draft.expiresAt())));
  }

  private Optional<Draft> put(DraftOwner owner, FormRun run, byte[] state, FunnelMark mark) {
    Instant now = clock.instant();
    Instant expires = now.plus(life(run));
    Envelope envelope =
        new Envelope(
            run.form().id(),
            run.form().sha256(),
            now,
            now,
            Instant.EPOCH,
            History.EMPTY,
            state,
            mark);
    for (int number = 1; number <= forms.current(run.form().id()).form().drafts(); number++) {
      DraftRef ref = new DraftRef(owner, run.form().id(), number);
      if (records.find(ref).isEmpty()) {
        Optional<DraftRecords.Found> created = records.create(ref, envelope, expires);
        if (created.isPresent()) {
          funnel.count(run.form().id(), FunnelMark.NONE, mark);
          return created.map(found -> draft(ref, found));
        }
      }
    }
    return Optional.empty();
  }

  /** Empty when another window was first. */
  Optional<Draft> store(DraftRecords.Found found, Draft draft, StepResult step) {
    Envelope old = found.envelope();
    Instant now = clock.instant();
    Instant expires = expires(now, old.openedAt(), life(draft.run()));
    AttachmentVault files = records.files(draft.ref(), found);
    Instant filesUntil = old.filesUntil();
    if (filesUntil.isBefore(expires)) {
      filesUntil = expires.plus(FILES_LONGER);
      for (List<AttachmentRef> kept : step.state().attachments().values()) {
        for (AttachmentRef file : kept) {
          files.extend(file, filesUntil);
        }
      }
    }
    FunnelMark counted =
        funnel.moved(old.counted(), ofApplicant(old.formId(), draft), step.state());
    Envelope envelope =
        new Envelope(
            old.formId(),
            draft.run().form().sha256(),
            old.openedAt(),
            filesUntil,
            step.isComplete() && !draft.isOfParty() ? now.plus(HELD) : Instant.EPOCH,
            old.history().with(found.version() + 1, draft.state(), step.state()),
            draft.run().write(step.state()),
            counted);
    // New files first, old ones last: at no moment does the draft name a file that is not there.
    files.apply(
        new StepResult(
            step.state(), step.page(), step.violations(), step.revealed(), step.added(), List.of()),
        filesUntil);
    Optional<DraftRecords.Found> replaced = records.replace(draft.ref(), found, envelope, expires);
    if (replaced.isEmpty()) {
      step.added().forEach(file -> files.remove(file.ref()));
    } else {
      step.removed().forEach(files::remove);
      funnel.count(old.formId(), old.counted(), counted);
    }
    return replaced.map(
        f ->
            new Draft(
                draft.ref(),
                draft.run(),
                step.state(),
                f.version(),
                old.openedAt(),
                f.expiresAt(),
                OptionalInt.empty()));
  }

  /** The run that the funnel goes by, also when a party of the form has posted. */
  private FormRun ofApplicant(String formId, Draft draft) {
    return draft.isOfParty()
        ? forms.find(formId, draft.run().form().sha256()).orElseGet(draft::run)
        : draft.run();
  }

  /** As long as the definition says, which is what the citizen has been told. */
  private static Duration life(FormRun run) {
    return Duration.ofDays(run.form().draftDays());
  }

  private Instant expires(Instant now, Instant openedAt, Duration life) {
    Instant usual = now.plus(life);
    return longestLife
        .map(longest -> openedAt.plus(longest.compareTo(life) < 0 ? life : longest))
        .filter(usual::isAfter)
        .orElse(usual);
  }

  void remove(Draft draft, boolean sent) {
    Optional<DraftRecords.Found> found = records.find(draft.ref());
    if (found.isEmpty()) {
      return;
    }
    Draft now = draft(draft.ref(), found.get());
    if (now.identity().equals(draft.identity())) {
      Optional<Envelope> taken = records.take(draft.ref(), found.get());
      if (sent) {
        taken.ifPresent(last -> funnel.sent(last.formId(), last.counted()));
      }
      AttachmentVault files = records.files(draft.ref(), found.get());
      now.state().attachments().values().forEach(list -> list.forEach(files::remove));
    }
  }
}
