package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;
import se.byggsten.forms.spi.AttemptLimit;

/**
 * The format of the encrypted file in which a citizen keeps a draft.
 *
 * <p>A line that says what it is, a head (format, name of the service's key, last day, rounds,
 * salt), the content sealed with AES-256-GCM, and an HMAC-SHA256 by the service over all before it.
 * The content's key is made of the passphrase (PBKDF2 with HMAC-SHA256, 600 000 rounds: OWASP
 * Password Storage Cheat Sheet) and of the service's key.
 *
 * <p>So the file works on any computer, at the service that made it. Who steals the file has
 * nothing to try passphrases on without the service, which counts the tries; who steals the
 * service's key has still to guess the passphrase. A file that was altered is refused before the
 * slow stretching begins.
 */
public final class DraftFile {
  /** The fewest characters of a passphrase. */
  public static final int SHORTEST_PASSPHRASE = 10;

  /** The most bytes of a file. */
  public static final int LARGEST = 64_000_000;

  /** What browsers are told that the file is. */
  public static final String MEDIA_TYPE = "application/octet-stream";

  /** How the name of the file ends. */
  public static final String EXTENSION = ".utkast";

  private static final byte[] MAGIC = "BYGGSTEN DRAFT\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_PASSPHRASE = 200;
  private static final int FORMAT = 1;
  static final int ROUNDS = 600_000;
  private static final int MOST_ROUNDS = 5_000_000;
  private static final int SALT = 16;
  private static final String MARK = "draft file mark";
  private static final String CONTENT = "draft file content";

  private final DraftKeys keys;
  private final Clock clock;
  private final AttemptLimit limit;
  private final int rounds;

  private DraftFile(DraftKeys keys, Clock clock, AttemptLimit limit, int rounds) {
    this.keys = keys;
    this.clock = clock;
    this.limit = limit;
    this.rounds = rounds;
  }

  static DraftFile with(DraftKeys keys, Clock clock, AttemptLimit limit, int rounds) {
    return new DraftFile(keys, clock, limit, rounds);
  }

  /**
   * What a file held.
   *
   * @param keyId the name of the service's key that it was sealed with
   * @param content what was sealed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Opened(String keyId, byte[] content) {
    /** Leaves out the content. */
    @Override
    public String toString() {
      return "Opened[" + keyId + "]";
    }
  }

  byte[] write(byte[] content, char[] passphrase, Instant expiresAt) {
    byte[] salt = Sealing.random(SALT);
    byte[] head =
        new Pack.Writer()
            .number(FORMAT)
            .text(keys.current())
            .number(expiresAt.toEpochMilli())
            .number(rounds)
            .bytes(salt)
            .done();
    byte[] stretched = Sealing.stretch(plain(passphrase), salt, rounds);
    byte[] sealed = Sealing.seal(keys.derivedNow(CONTENT, stretched), content, head);
    byte[] body = joined(MAGIC, new Pack.Writer().bytes(head).bytes(sealed).done());
    return joined(body, keys.derivedNow(MARK, body));
  }

  /** What the head of a file says. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Head(
      long format, String keyId, Instant expiresAt, long rounds, byte[] salt, byte[] bytes) {
    static Optional<Head> read(byte[] bytes) {
      return Pack.read(
          bytes,
          in ->
              new Head(
                  in.number(),
                  in.text(),
                  Instant.ofEpochMilli(in.number()),
                  in.number(),
                  in.bytes(),
                  bytes));
    }
  }

  Opened read(byte[] file, char[] passphrase, String who) {
    if (file.length > LARGEST) {
      throw new DraftException(
          DraftException.FILE_TOO_LARGE, "A saved draft has at most " + LARGEST + " bytes");
    }
    if (file.length < MAGIC.length
        || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new DraftException(DraftException.FILE_FORMAT, "Choose the file that was saved here");
    }
    int end = file.length - Sealing.KEY;
    if (end < MAGIC.length) {
      throw damaged();
    }
    byte[] body = Arrays.copyOf(file, end);
    return Pack.read(
            Arrays.copyOfRange(body, MAGIC.length, end),
            in -> {
              Head head = Head.read(in.bytes()).orElseThrow(DraftFile::damaged);
              byte[] sealed = in.bytes();
              trust(head, body, Arrays.copyOfRange(file, end, file.length));
              return new Opened(head.keyId(), open(head, sealed, passphrase, who));
            })
        .orElseThrow(DraftFile::damaged);
  }

  private void trust(Head head, byte[] body, byte[] mark) {
    if (head.format() != FORMAT) {
      throw new DraftException(
          DraftException.FILE_FORMAT, "The file was saved by another version of the service");
    }
    byte[] right = keys.derived(head.keyId(), MARK, body).orElseThrow(DraftFile::damaged);
    if (!Sealing.same(right, mark)) {
      throw damaged();
    }
    if (!clock.instant().isBefore(head.expiresAt())) {
      throw new DraftException(
          DraftException.FILE_EXPIRED, "The saved draft is too old; begin anew");
    }
    if (head.rounds() < 1 || head.rounds() > MOST_ROUNDS) {
      throw damaged();
    }
  }

  private byte[] open(Head head, byte[] sealed, char[] passphrase, String who) {
    String file = HexFormat.of().formatHex(head.salt());
    if (!limit.permits("draft-file", file) || !limit.permits("draft-file-by", who)) {
      throw new DraftException(
          DraftException.TOO_MANY_ATTEMPTS, "Wait a while before the file is tried again");
    }
    byte[] stretched = Sealing.stretch(plain(passphrase), head.salt(), (int) head.rounds());
    byte[] key = keys.derived(head.keyId(), CONTENT, stretched).orElseThrow(DraftFile::damaged);
    return Sealing.open(key, sealed, head.bytes())
        .orElseThrow(
            () ->
                new DraftException(
                    DraftException.FILE_PASSPHRASE, "Write the passphrase of this very file"));
  }

  /** The same passphrase, however its letters were put together on another computer. */
  private static char[] plain(char[] passphrase) {
    String text = Normalizer.normalize(String.valueOf(passphrase).strip(), Normalizer.Form.NFKC);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST_PASSPHRASE || length > LONGEST_PASSPHRASE) {
      throw new DraftException(
          DraftException.PASSPHRASE_LENGTH,
          "A passphrase has " + SHORTEST_PASSPHRASE + " to " + LONGEST_PASSPHRASE + " characters");
    }
    return text.toCharArray();
  }

  private static DraftException damaged() {
    return new DraftException(
        DraftException.FILE_DAMAGED,
        "The file has been altered, is not whole or comes from another service");
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
