package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftException;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.ResumeCode;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.render.MailText;
import se.byggsten.forms.spi.AttemptLimit;

/**
 * Where a new resume code may be sent when the old one is lost: to an address that was left with
 * the draft.
 *
 * <p>What is kept can be found and opened by the address alone, which is not kept. A new code is
 * made beside the request for it, so that the answer, and the time that it takes, are the same
 * whether there is such a draft or not; the old code is then void.
 */
final class RecoveryAddresses {
  private static final String NAMESPACE = "open-recovery";
  private static final String ATTEMPT = "lost-code";
  private static final Duration LIFE = Duration.ofDays(90);
  private static final int MOST = 5;
  private static final int WAITING = 100;
  private static final int RETRIES = 10;
  private static final int LONGEST = 254;
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryAddresses.class);

  private final ExpiringStore store;
  private final DraftKeys keys;
  private final byte[] secret;
  private final DraftStore drafts;
  private final String formId;
  private final Mailbox mailbox;
  private final AttemptLimit perAddress;
  private final Clock clock;
  private final ThreadPoolExecutor beside =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "lost-codes");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  RecoveryAddresses(
      ExpiringStore store,
      DraftKeys keys,
      byte[] secret,
      DraftStore drafts,
      String formId,
      Mailbox mailbox,
      AttemptLimit perAddress,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.secret = secret.clone();
    this.drafts = drafts;
    this.formId = formId;
    this.mailbox = mailbox;
    this.perAddress = perAddress;
    this.clock = clock;
    // Nothing is left running when nobody has asked for a while.
    beside.allowCoreThreadTimeOut(true);
  }

  /** The address as it is found by; empty when it cannot be one. */
  static Optional<String> read(String typed) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    boolean possible =
        address.matches("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");
    return possible && address.length() <= LONGEST ? Optional.of(address) : Optional.empty();
  }

  /** Remembers that a new code instead of this one may be sent to an address. */
  void leave(String address, ResumeCode code) {
    change(address, List.of(), List.of(code));
  }

  /** Has a new code made and sent, if there is anything to send a code to. */
  void ask(String address, PortalTexts t) {
    beside.execute(
        () -> {
          try {
            renew(address, t);
          } catch (RuntimeException failed) {
            // The kind alone, since what it says may tell of the address.
            LOG.error("A new code could not be sent, {}", failed.getClass().getName());
          }
        });
  }

  private void renew(String address, PortalTexts t) {
    if (!perAddress.permits(ATTEMPT, address)) {
      return;
    }
    for (ResumeCode old : kept(address)) {
      Optional<Draft> found = find(old);
      if (found.isPresent()) {
        ResumeCode code = ResumeCode.generate();
        Draft moved = copy(found.get(), code);
        change(address, List.of(old), List.of(code));
        mailbox.put(
            NAMESPACE + code.shown(),
            address,
            new MailText(
                t.get("lost.mail.subject"),
                t.get("lost.mail.text", code.shown(), t.day(moved.expiresAt()))));
        // Last, so that there is no moment in which nobody has a code that works.
        drafts.discard(found.get());
        LOG.info("A new code to a draft is mailed");
      } else {
        change(address, List.of(old), List.of());
      }
    }
  }

  private Optional<Draft> find(ResumeCode code) {
    try {
      return drafts.find(DraftRef.first(DraftOwner.code(code), formId));
    } catch (DraftException unreadable) {
      return Optional.empty();
    }
  }

  /** The same draft under another code. */
  private Draft copy(Draft draft, ResumeCode code) {
    byte[] file = drafts.toFile(draft, code.passphrase());
    return drafts.fromFile(DraftOwner.code(code), file, code.passphrase(), "code " + code.shown());
  }

  private List<ResumeCode> kept(String address) {
    return sealed(address)
        .find(NAMESPACE, name(address))
        .map(RecoveryAddresses::codes)
        .orElse(List.of());
  }

  private void change(String address, List<ResumeCode> without, List<ResumeCode> with) {
    ExpiringStore sealed = sealed(address);
    String name = name(address);
    for (int i = 0; i < RETRIES; i++) {
      Optional<StoredValue> before = sealed.find(NAMESPACE, name);
      List<ResumeCode> codes =
          new ArrayList<>(before.map(RecoveryAddresses::codes).orElse(List.of()));
      codes.removeAll(without);
      codes.removeAll(with);
      codes.addAll(with);
      byte[] bytes = bytes(codes.subList(Math.max(0, codes.size() - MOST), codes.size()));
      var until = clock.instant().plus(LIFE);
      boolean done =
          before.isPresent()
              ? sealed.replace(NAMESPACE, name, before.get().version(), bytes, until).isPresent()
              : sealed.putIfAbsent(NAMESPACE, name, bytes, until);
      if (done) {
        return;
      }
    }
    throw new DraftException(DraftException.BUSY, "Too many changes at once; post again");
  }

  private ExpiringStore sealed(String address) {
    return keys.sealing(store, "recovery " + address);
  }

  /** Only who has the service's key can tell whose it is, and only by trying the address. */
  private String name(String address) {
    byte[] plain = address.getBytes(StandardCharsets.UTF_8);
    byte[] keyed = java.util.Arrays.copyOf(secret, secret.length + plain.length);
    System.arraycopy(plain, 0, keyed, secret.length, plain.length);
    return FileContent.of(keyed).sha256();
  }

  private static byte[] bytes(List<ResumeCode> codes) {
    return String.join("\n", codes.stream().map(ResumeCode::shown).toList())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static List<ResumeCode> codes(StoredValue value) {
    return new String(value.bytes(), StandardCharsets.US_ASCII)
        .lines()
        .flatMap(line -> ResumeCode.read(line).stream())
        .toList();
  }
}
