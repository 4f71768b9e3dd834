package se.byggsten.forms.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.draft.internal.Pack;

/** What lies in a saved file: the state, the files, and whose it is if that is somebody. */
final class SavedDrafts {
  private static final int FORMAT = 1;
  private static final String OWNER = "draft file owner";

  /** A draft that was read from a file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Read(
      String owner, String formId, String sha256, byte[] state, Map<String, byte[]> contents) {
    /** The bytes of a file that the state names. */
    Optional<byte[]> content(AttachmentRef file) {
      return Optional.ofNullable(contents.get(file.id()));
    }

    /** Leaves out what it holds. */
    @Override
    public String toString() {
      return "Read[" + formId + "]";
    }
  }

  private final DraftKeys keys;
  private final DraftFile format;

  SavedDrafts(DraftKeys keys, DraftFile format) {
    this.keys = keys;
    this.format = format;
  }

  byte[] write(
      Draft draft, Function<AttachmentRef, byte[]> bytes, char[] passphrase, Instant expiresAt) {
    List<AttachmentRef> files = new ArrayList<>();
    draft.state().attachments().values().forEach(files::addAll);
    Pack.Writer out =
        new Pack.Writer()
            .number(FORMAT)
            .text(tag(keys.current(), draft.ref().owner()))
            .text(draft.ref().formId())
            .text(draft.run().form().sha256())
            .bytes(draft.run().write(draft.state()))
            .number(files.size());
    files.forEach(file -> out.text(file.id()).bytes(bytes.apply(file)));
    return format.write(out.done(), passphrase, expiresAt);
  }

  /** Tells one person from another without saying who; nothing for whoever has a code. */
  private String tag(String keyId, DraftOwner owner) {
    return owner.isPerson()
        ? HexFormat.of().formatHex(keys.derived(keyId, OWNER, owner.secret()).orElseThrow())
        : "";
  }

  Read read(byte[] file, char[] passphrase, String who, DraftOwner owner) {
    DraftFile.Opened opened = format.read(file, passphrase, who);
    Read read =
        Pack.read(opened.content(), SavedDrafts::content)
            .flatMap(content -> content)
            .orElseThrow(
                () ->
                    new DraftException(
                        DraftException.FILE_FORMAT,
                        "The file was saved by another version of the service"));
    // What a login prefilled must not come under another person's name.
    boolean somebodys = !read.owner().isEmpty();
    if (somebodys && !read.owner().equals(tag(opened.keyId(), owner))) {
      throw new DraftException(
          DraftException.FILE_OTHER_PERSON, "Log in as the person who saved the file");
    }
    return read;
  }

  private static Optional<Read> content(Pack in) {
    if (in.number() != FORMAT) {
      return Optional.empty();
    }
    String owner = in.text();
    String formId = in.text();
    String sha256 = in.text();
    byte[] state = in.bytes();
    int count = in.count(Integer.BYTES * 2);
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      contents.put(in.text(), in.bytes());
    }
    return Optional.of(new Read(owner, formId, sha256, state, contents));
  }
}
