package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import se.byggsten.core.finding.Location;

/** A package that lies as a ZIP file; nothing is unpacked. */
final class ZipSource implements PackageSource {
  /** Past both of these an entry is a bomb: no real document compresses so well. */
  private static final long BOMB_SIZE = 100L << 20;

  private static final long BOMB_RATIO = 200;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final NavigableMap<String, Long> files = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>();
  private String rootName = "";
  private final Findings findings;

  ZipSource(Path file, Findings findings) throws IOException {
    this.findings = findings;
    zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try {
      read();
    } catch (RuntimeException e) {
      zip.close();
      throw new IOException("The names of the ZIP file cannot be read", e);
    }
  }

  private void read() {
    int count = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (++count > MAX_ENTRIES) {
        findings.error(
            Findings.TOO_LARGE,
            "PKG-SIZE",
            Location.WHOLE,
            "The package has more than " + MAX_ENTRIES + " entries; the rest was not read",
            "Split the package");
        return;
      }
      String name = entry.getName();
      if (isUnsafe(name)) {
        findings.error(
            Findings.UNSAFE_PATH,
            "PKG-PATH",
            Location.in(printable(name)),
            "The name of the entry would lead outside the package, or is not a path",
            "Name entries with relative paths of letters, digits and /");
        continue;
      }
      add(entry, name);
    }
  }

  private void add(ZipEntry entry, String name) {
    int slash = name.indexOf('/');
    String root = slash < 0 ? name : name.substring(0, slash);
    String path = slash < 0 ? "" : name.substring(slash + 1);
    if (slash < 0) {
      findings.error(
          Findings.REQUIREMENT_BROKEN,
          "CSIPSTR1",
          Location.in(name),
          "The file lies beside the package's one folder",
          "Put all files in one folder named as the package");
      return;
    }
    if (rootName.isEmpty()) {
      rootName = root;
    } else if (!rootName.equals(root)) {
      findings.error(
          Findings.REQUIREMENT_BROKEN,
          "CSIPSTR1",
          Location.in(name),
          "The entry lies outside the package's one folder; it was not read",
          "Put all files in one folder named as the package");
      return;
    }
    if (path.isEmpty()) {
      return;
    }
    boolean isFolder = name.endsWith("/");
    for (int i = path.indexOf('/'); i > 0; i = path.indexOf('/', i + 1)) {
      folders.add(path.substring(0, i));
    }
    if (isFolder) {
      return;
    }
    if (entries.putIfAbsent(path, entry) != null) {
      findings.error(
          Findings.UNSAFE_PATH,
          "PKG-PATH",
          Location.in(path),
          "Two entries have this name, and programs differ in which they see",
          "Write each file once");
      return;
    }
    boolean bomb =
        entry.getSize() > BOMB_SIZE
            && entry.getSize() / Math.max(1, entry.getCompressedSize()) > BOMB_RATIO;
    if (bomb) {
      findings.error(
          Findings.TOO_LARGE,
          "PKG-SIZE",
          Location.in(path),
          "The entry unpacks to more than " + BOMB_RATIO + " times its size; it was not read",
          "Store the file without compressing it");
    }
    files.put(path, bomb ? -1 : entry.getSize());
  }

  private static boolean isUnsafe(String name) {
    if (name.isEmpty()
        || name.startsWith("/")
        || name.length() > 1_000
        || name.indexOf('\\') >= 0
        || name.indexOf(':') >= 0
        || name.chars().anyMatch(c -> c < ' ' || c == 127)) {
      return true;
    }
    for (String step : name.split("/", -1)) {
      if (step.equals("..") || step.equals(".")) {
        return true;
      }
    }
    return name.contains("//");
  }

  private static String printable(String name) {
    String shown = name.replaceAll("[\\p{Cntrl}]", "?");
    return shown.length() > 200 ? shown.substring(0, 200) : shown;
  }

  @Override
  public String rootName() {
    return rootName;
  }

  @Override
  public NavigableMap<String, Long> files() {
    return files;
  }

  @Override
  public Set<String> folders() {
    return folders;
  }

  @Override
  public InputStream open(String path) throws IOException {
    ZipEntry entry = entries.get(path);
    InputStream in = entry == null ? null : zip.getInputStream(entry);
    if (in == null) {
      throw new IOException("The entry is not there");
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
