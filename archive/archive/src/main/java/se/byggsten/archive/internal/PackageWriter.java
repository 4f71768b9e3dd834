package se.byggsten.archive.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import se.byggsten.archive.ArchiveException;
import se.byggsten.archive.ContentSource;
import se.byggsten.archive.PackageFile;
import se.byggsten.archive.Representation;
import se.byggsten.archive.SubmissionPackage;
import se.byggsten.archive.WrittenPackage;

/** Writes a package, each file once, digesting while it copies. */
public final class PackageWriter {
  private static final Set<String> PACKED =
      Set.of(
          "application/pdf",
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "image/heic",
          "application/zip",
          "application/gzip",
          "audio/mpeg",
          "video/mp4",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final SubmissionPackage sip;
  private final PackageSink sink;
  private final byte[] buffer = new byte[1 << 16];

  private PackageWriter(SubmissionPackage sip, PackageSink sink) {
    this.sip = sip;
    this.sink = sink;
  }

  /**
   * Writes a package as a ZIP file.
   *
   * @param sip the package
   * @param file the file
   * @return what was written
   */
  public static WrittenPackage zip(SubmissionPackage sip, Path file) {
    MessageDigest digest = Digests.sha256();
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream digesting = new DigestOutputStream(out, digest);
        OutputStream buffered = new BufferedOutputStream(digesting, 1 << 16)) {
      try (PackageSink sink = new ZipSink(buffered, sip.objectId(), sip.createdAt())) {
        new PackageWriter(sip, sink).write();
      }
    } catch (ZipException e) {
      throw new ArchiveException(
          ArchiveException.SOURCE_CHANGED, "Let the files be while the package is written.", e);
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
    try {
      return new WrittenPackage(file, sip.objectId(), Digests.hex(digest), Files.size(file));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Writes a package as a folder.
   *
   * @param sip the package
   * @param parent the folder to make it in
   * @return the package's folder
   */
  public static Path folder(SubmissionPackage sip, Path parent) {
    Path root = parent.resolve(sip.objectId());
    try (PackageSink sink = new FolderSink(root)) {
      new PackageWriter(sip, sink).write();
      return root;
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  private static ArchiveException failed(Exception e) {
    return new ArchiveException(
        ArchiveException.WRITING_FAILED, "Check the disk and the sources, then write again.", e);
  }

  private void write() throws IOException {
    List<PlacedFile> representations = new ArrayList<>();
    for (Representation representation : sip.representations()) {
      representations.add(representation(representation));
    }
    List<PlacedFile> descriptions = new ArrayList<>();
    for (var description : sip.descriptions()) {
      descriptions.add(copy("metadata/descriptive/", description.file()));
    }
    PlacedFile provenance =
        xml("metadata/preservation/premis.xml", xml -> PremisWriter.provenance(sip, xml));
    List<PlacedFile> rights = new ArrayList<>();
    if (sip.rights().isPresent()) {
      rights.add(
          xml(
              "metadata/preservation/rights.xml",
              xml -> PremisWriter.rights(sip, sip.rights().get(), xml)));
    }
    List<PlacedFile> documentation = new ArrayList<>();
    List<PackageFile> documents = new ArrayList<>(sip.documentation());
    if (documents.isEmpty()) {
      documents.add(Bundled.documentation(sip.createdAt()));
    }
    for (PackageFile file : documents) {
      documentation.add(copy("documentation/", file));
    }
    List<PlacedFile> schemas = new ArrayList<>();
    for (PackageFile file : Bundled.schemas(sip.createdAt())) {
      schemas.add(copy("schemas/", file));
    }
    for (PackageFile file : sip.schemas()) {
      schemas.add(copy("schemas/", file));
    }
    Placed placed =
        new Placed(descriptions, provenance, rights, documentation, schemas, representations);
    xml("METS.xml", xml -> MetsWriter.writePackage(sip, xml, placed));
  }

  private PlacedFile representation(Representation representation) throws IOException {
    String folder = "representations/" + representation.name() + "/";
    List<PlacedFile> data = new ArrayList<>(representation.files().size());
    for (PackageFile file : representation.files()) {
      data.add(copy(folder + "data/", file));
    }
    PlacedFile provenance =
        xml(folder + "metadata/preservation/premis.xml", xml -> PremisWriter.objects(data, xml));
    return xml(
        folder + "METS.xml",
        xml -> MetsWriter.writeRepresentation(sip, representation, xml, provenance, data));
  }

  private PlacedFile copy(String folder, PackageFile file) throws IOException {
    boolean packed = PACKED.contains(file.mediaType());
    return place(
        folder + file.name(),
        file.mediaType(),
        file.createdAt(),
        file.originalName(),
        packed,
        file.content());
  }

  /** Something that writes XML. */
  private interface Body {
    void write(XmlOut xml) throws IOException;
  }

  private PlacedFile xml(String path, Body body) throws IOException {
    MessageDigest digest = Digests.sha256();
    CountingStream counted;
    ContentSource none = InputStream::nullInputStream;
    try (OutputStream out = sink.begin(path, false, none)) {
      counted = new CountingStream(new DigestOutputStream(out, digest));
      try (XmlOut xml = new XmlOut(counted)) {
        body.write(xml);
      }
    }
    return new PlacedFile(
        path,
        "application/xml",
        sip.createdAt(),
        Optional.empty(),
        counted.count(),
        Digests.hex(digest));
  }

  private PlacedFile place(
      String path,
      String mediaType,
      Instant createdAt,
      Optional<String> originalName,
      boolean packed,
      ContentSource source)
      throws IOException {
    MessageDigest digest = Digests.sha256();
    long size = 0;
    try (OutputStream out = sink.begin(path, packed, source);
        InputStream in = source.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
        size += n;
      }
    }
    return new PlacedFile(path, mediaType, createdAt, originalName, size, Digests.hex(digest));
  }

  /** Counts what goes through. */
  private static final class CountingStream extends java.io.FilterOutputStream {
    private long count;

    CountingStream(OutputStream out) {
      super(out);
    }

    long count() {
      return count;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
