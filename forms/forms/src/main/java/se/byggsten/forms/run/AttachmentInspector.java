package se.byggsten.forms.run;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ByggstenException;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.ScanState;
import se.byggsten.forms.file.Detection;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.FileKind;
import se.byggsten.forms.file.Filtered;
import se.byggsten.forms.file.Refusal;
import se.byggsten.forms.spi.AttachmentFilter;

/** Judges files by what their bytes are, whatever they are called. */
final class AttachmentInspector {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentInspector.class);
  private static final int LONGEST_NAME = 120;

  private final AttachmentChecks checks;
  private final SecureRandom random;

  AttachmentInspector(AttachmentChecks checks, SecureRandom random) {
    this.checks = checks;
    this.random = random;
  }

  /** The files that were accepted, and why others were not. */
  record Inspected(List<AttachmentContent> accepted, List<Violation> violations) {}

  /** One file: taken, or the name of the error. */
  private sealed interface Judged {
    record Taken(AttachmentContent file) implements Judged {}

    record Refused(String error) implements Judged {}
  }

  Inspected inspect(
      FieldDefinition field, List<PostedFile> files, List<AttachmentRef> alreadyThere) {
    AttachmentBudget budget = AttachmentBudget.of(field);
    List<AttachmentContent> accepted = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    long total = alreadyThere.stream().mapToLong(AttachmentRef::size).sum();
    for (PostedFile file : files) {
      // A browser posts an empty part without a name when nothing was chosen.
      if (file.content().size() == 0 && file.name().isBlank()) {
        continue;
      }
      Judged judged =
          alreadyThere.size() + accepted.size() >= budget.files()
              ? new Judged.Refused("FileCount")
              : judge(file, budget, total);
      if (judged instanceof Judged.Taken taken) {
        accepted.add(taken.file());
        total += taken.file().ref().size();
      } else if (judged instanceof Judged.Refused refused) {
        violations.add(new Violation(field.id(), refused.error(), budget.forTexts()));
      }
    }
    return new Inspected(accepted, violations);
  }

  private Judged judge(PostedFile file, AttachmentBudget budget, long total) {
    FileContent content = file.content();
    if (file.isTooLarge() || content.size() > budget.fileBytes()) {
      return new Judged.Refused("FileSize");
    }
    if (content.size() == 0) {
      return new Judged.Refused("FileEmpty");
    }
    if (total + content.size() > budget.totalBytes()) {
      return new Judged.Refused("FileTotal");
    }
    if (budget.mediaTypes().stream().noneMatch(type -> fits(type, file.name()))) {
      return new Judged.Refused("FileType");
    }
    Detection detected = checks.detector().detect(content, file.name());
    if (detected instanceof Detection.Refused refused) {
      return new Judged.Refused(refused.reason().errorName());
    }
    if (detected instanceof Detection.Known known
        && budget.mediaTypes().contains(known.mediaType())
        && fits(known.mediaType(), file.name())) {
      return filter(file, known.mediaType(), budget);
    }
    return new Judged.Refused(Refusal.MISMATCH.errorName());
  }

  private static boolean fits(String mediaType, String fileName) {
    return FileKind.of(mediaType).filter(kind -> kind.fits(fileName)).isPresent();
  }

  private Judged filter(PostedFile file, String mediaType, AttachmentBudget budget) {
    FileContent content = file.content();
    for (AttachmentFilter filter : checks.filters()) {
      Filtered filtered = filter.filter(mediaType, content);
      if (filtered instanceof Filtered.Refused refused) {
        return new Judged.Refused(refused.reason().errorName());
      }
      content = ((Filtered.Kept) filtered).content();
    }
    return scan(file, mediaType, content, budget);
  }

  private Judged scan(
      PostedFile file, String mediaType, FileContent content, AttachmentBudget budget) {
    ScanState state = ScanState.CLEAN;
    try {
      switch (checks.scanner().scan(content)) {
        case CLEAN -> {}
        case HARMFUL -> {
          return new Judged.Refused("FileHarmful");
        }
        case UNSCANNABLE -> {
          return new Judged.Refused("FileUnscannable");
        }
      }
    } catch (ByggstenException e) {
      LOG.warn("An attachment could not be scanned: {}", e.code());
      if (!budget.acceptsUnscanned()) {
        return new Judged.Refused("FileNotScanned");
      }
      state = ScanState.PENDING;
    }
    byte[] id = new byte[18];
    random.nextBytes(id);
    return new Judged.Taken(
        new AttachmentContent(
            new AttachmentRef(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                cleanName(file.name()),
                mediaType,
                content.size(),
                content.sha256(),
                state),
            content));
  }

  /** The last part of a path, without anything that a file system or a page could trip on. */
  static String cleanName(String claimed) {
    String name = Normalizer.normalize(claimed, Normalizer.Form.NFC);
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    StringBuilder clean = new StringBuilder();
    name.substring(cut + 1)
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "._- ()".indexOf(c) >= 0 ? c : '_')
        .forEach(clean::appendCodePoint);
    String text = clean.toString().replaceAll("^[. ]+", "").replaceAll("\\.{2,}", ".").strip();
    String ending = FileKind.ending(name);
    if (text.isEmpty() || text.equalsIgnoreCase(ending)) {
      return text.isEmpty() ? "bilaga" : "bilaga." + ending;
    }
    if (text.codePointCount(0, text.length()) <= LONGEST_NAME) {
      return text;
    }
    String stem = text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME - 6));
    return ending.length() > 5 || ending.isEmpty() ? stem : stem + "." + ending;
  }
}
