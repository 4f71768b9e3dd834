package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.render.ApplicantCopy;

/**
 * The documents of a case that its applicant may have: without what others have filled in, which
 * only they, the case handlers and the archive have.
 */
final class OwnDocuments {
  private final List<StoredDocument> documents;
  private final Map<UUID, byte[]> copies;

  private OwnDocuments(List<StoredDocument> documents, Map<UUID, byte[]> copies) {
    this.documents = documents;
    this.copies = copies;
  }

  static OwnDocuments of(PortalServices services, Case one) {
    Map<UUID, byte[]> copies = new HashMap<>();
    Set<String> others = new HashSet<>();
    List<StoredDocument> all = services.queries().documents(one.id());
    for (StoredDocument document : all) {
      if (isPart(document)) {
        services
            .queries()
            .content(one.id(), document.id())
            .ifPresent(part -> others.addAll(ApplicantCopy.of(part).othersFiles()));
      } else if (isApplication(document)) {
        services
            .queries()
            .content(one.id(), document.id())
            .map(ApplicantCopy::of)
            .ifPresent(
                copy -> {
                  byte[] bytes = copy.xhtml().getBytes(StandardCharsets.UTF_8);
                  if (bytes.length < document.size()) {
                    copies.put(document.id(), bytes);
                    others.addAll(copy.othersFiles());
                  }
                });
      }
    }
    boolean shared = !copies.isEmpty() || all.stream().anyMatch(OwnDocuments::isPart);
    List<StoredDocument> own =
        all.stream()
            .filter(document -> !isPart(document) && !(shared && isWhole(document)))
            .filter(
                document ->
                    document.role() != DocumentRole.ATTACHMENT
                        || !others.contains(document.sha256()))
            .map(document -> sized(document, copies.get(document.id())))
            .toList();
    return new OwnDocuments(own, copies);
  }

  /** What is told of a document that a copy stands in for is true of the copy. */
  private static StoredDocument sized(StoredDocument document, byte @Nullable [] copy) {
    return copy == null
        ? document
        : new StoredDocument(
            document.id(),
            document.role(),
            document.name(),
            document.mediaType(),
            copy.length,
            FileContent.of(copy).sha256(),
            document.addedAt(),
            document.secrecyMark());
  }

  private static boolean isPart(StoredDocument document) {
    return SentWith.part(document).isPresent();
  }

  private static boolean isApplication(StoredDocument document) {
    return document.role() == DocumentRole.APPLICATION
        || (document.role() == DocumentRole.SUPPLEMENT && document.name().equals(Sending.CHANGED));
  }

  /** What holds everybody's answers and has no copy. */
  private static boolean isWhole(StoredDocument document) {
    return document.role() == DocumentRole.ANSWERS
        || document.role() == DocumentRole.APPLICATION_PDF;
  }

  /** Those that are the applicant's to read, in order. */
  List<StoredDocument> all() {
    return documents;
  }

  boolean has(UUID id) {
    return documents.stream().anyMatch(document -> document.id().equals(id));
  }

  /** What to send instead of the document that is kept. */
  Optional<byte[]> copy(UUID id) {
    return Optional.ofNullable(copies.get(id));
  }
}
