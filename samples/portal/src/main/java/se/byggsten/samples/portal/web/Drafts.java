package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.run.AttachmentContent;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/** One draft a person: found by a keyed hash of who they are, gone a week after the last change. */
final class Drafts {
  record Draft(FormState state, long version, Instant expiresAt) {
    @Override
    public String toString() {
      return "Draft[version " + version + "]";
    }
  }

  private static final String DRAFT = "draft";
  private static final String SENT = "sent";
  private static final String UPLOAD = "upload";
  private static final Duration SENT_KNOWN = Duration.ofHours(12);

  /** However often it is changed, a draft ends; its files outlive it. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(30);

  private static final Duration UPLOAD_LIFE = LONGEST_LIFE.plusDays(1);

  private final ExpiringStore store;
  private final FormRun run;
  private final Clock clock;
  private final byte[] secret;
  private final Duration life;

  Drafts(ExpiringStore store, FormRun run, Clock clock, byte[] secret, Duration life) {
    this.store = store;
    this.run = run;
    this.clock = clock;
    this.secret = secret.clone();
    this.life = life;
  }

  Optional<Draft> find(PersonIdentifier person) {
    return store
        .find(DRAFT, keyOf(person))
        .flatMap(
            value -> {
              try {
                return Optional.of(
                    new Draft(run.read(value.bytes()), value.version(), value.expiresAt()));
              } catch (FormException otherVersion) {
                // The form has changed since: the person starts anew rather than sends by old
                // rules.
                store.remove(DRAFT, keyOf(person));
                return Optional.empty();
              }
            });
  }

  Draft start(PersonIdentifier person, FormState state) {
    Instant expires = clock.instant().plus(life);
    boolean first = store.putIfAbsent(DRAFT, keyOf(person), run.write(state), expires);
    return first ? new Draft(state, 1, expires) : find(person).orElseThrow();
  }

  /** Empty when somebody, in another window, has changed the draft since it was read. */
  Optional<Draft> replace(PersonIdentifier person, Draft draft, FormState state) {
    Instant expires = clock.instant().plus(life);
    Instant last = state.startedAt().plus(LONGEST_LIFE);
    if (last.isBefore(expires)) {
      expires = last;
    }
    Instant until = expires;
    return store
        .replace(DRAFT, keyOf(person), draft.version(), run.write(state), until)
        .map(version -> new Draft(state, version, until));
  }

  void keep(AttachmentContent file) {
    store.putIfAbsent(UPLOAD, file.ref().id(), file.bytes(), clock.instant().plus(UPLOAD_LIFE));
  }

  void drop(AttachmentRef file) {
    store.remove(UPLOAD, file.id());
  }

  byte[] bytes(AttachmentRef file) {
    return store
        .find(UPLOAD, file.id())
        .map(value -> value.bytes())
        .orElseThrow(
            () ->
                new FormException(
                    FormException.INCOMPLETE, "An attachment has expired; attach it again"));
  }

  /** The application has become a case: a reload of the last page finds it. */
  void close(PersonIdentifier person, CaseId id) {
    String key = keyOf(person);
    store.remove(SENT, key);
    store.putIfAbsent(
        SENT,
        key,
        id.toString().getBytes(StandardCharsets.US_ASCII),
        clock.instant().plus(SENT_KNOWN));
    find(person)
        .ifPresent(
            draft ->
                draft.state().attachments().values().forEach(files -> files.forEach(this::drop)));
    store.remove(DRAFT, key);
  }

  Optional<CaseId> sent(PersonIdentifier person) {
    return store
        .find(SENT, keyOf(person))
        .map(v -> new CaseId(UUID.fromString(new String(v.bytes(), StandardCharsets.US_ASCII))));
  }

  private String keyOf(PersonIdentifier person) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] hash =
          mac.doFinal(
              (run.form().id() + ":" + person.canonical()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("Every Java platform has HmacSHA256", e);
    }
  }
}
