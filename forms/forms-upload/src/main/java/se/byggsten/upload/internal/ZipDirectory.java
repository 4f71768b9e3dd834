package se.byggsten.upload.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.file.FileContent;

/**
 * What a ZIP archive says it holds, checked against what it does hold.
 *
 * <p>Stricter than programs that unpack: nothing before the first entry, behind the last or between
 * them that two programs could read in two ways, no names that lead out of a folder, no entry that
 * is larger than it says. Source: APPNOTE.TXT 6.3.10, 4.3.
 */
public final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int MOST_ENTRIES = 10_000;
  private static final int LARGEST_DIRECTORY = 4_000_000;
  private static final long MOST_UNPACKED = 200_000_000;
  private static final int BLOCK = 16_384;

  private final FileContent content;
  private final List<Entry> entries;

  private ZipDirectory(FileContent content, List<Entry> entries) {
    this.content = content;
    this.entries = List.copyOf(entries);
  }

  /**
   * A file in the archive.
   *
   * @param name its path
   * @param stored whether it is not compressed
   * @param crc its check sum
   * @param packed its size in the archive
   * @param size its size when unpacked
   * @param local where its own head is
   */
  public record Entry(String name, boolean stored, long crc, long packed, long size, long local) {}

  /** The archive would be too large when unpacked. */
  public static final class BombException extends Exception {
    private static final long serialVersionUID = 1L;

    private BombException() {
      super("Too large when unpacked");
    }
  }

  /**
   * Tells whether a program for archives would find one at the end of a file.
   *
   * @param content the file
   * @return true when there is a directory at the place that the end points to
   */
  public static boolean isAppended(FileContent content) {
    int length = (int) Math.min(content.size(), END_LENGTH + (long) LONGEST_COMMENT);
    long start = content.size() - length;
    ByteBuffer tail = ByteBuffer.wrap(content.read(start, length)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = length - END_LENGTH; i >= 0; i--) {
      if (tail.getInt(i) == END) {
        long size = tail.getInt(i + 12) & 0xFFFFFFFFL;
        long directory = start + i - size;
        if (size >= 4 && directory >= 0 && intAt(content, directory) == CENTRAL) {
          return true;
        }
      }
    }
    return false;
  }

  private static int intAt(FileContent content, long at) {
    return ByteBuffer.wrap(content.read(at, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /**
   * Reads the directory and unpacks every entry once, throwing the bytes away, to see that it is
   * whole and as large as it says.
   *
   * @param content an archive
   * @return its directory
   * @throws DamagedException when it can be read in two ways, or not at all
   * @throws BombException when it is too large unpacked
   */
  public static ZipDirectory read(FileContent content) throws DamagedException, BombException {
    ByteBuffer end = end(content);
    int count = end.getShort(10) & 0xFFFF;
    long size = end.getInt(12) & 0xFFFFFFFFL;
    long start = end.getInt(16) & 0xFFFFFFFFL;
    long endsAt = content.size() - end.capacity();
    if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10) || start + size != endsAt) {
      throw new DamagedException("The archive is not in one piece");
    }
    if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY) {
      throw new BombException();
    }
    ZipDirectory directory =
        new ZipDirectory(content, entries(content.read(start, (int) size), count));
    directory.checkNames();
    directory.checkEntries(start);
    return directory;
  }

  /** The end of the directory: 22 bytes and a comment that reaches just to the end of the file. */
  private static ByteBuffer end(FileContent content) throws DamagedException {
    int length = (int) Math.min(content.size(), END_LENGTH + (long) LONGEST_COMMENT);
    ByteBuffer tail =
        ByteBuffer.wrap(content.read(content.size() - length, length))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = length - END_LENGTH; i >= 0; i--) {
      if (tail.getInt(i) == END) {
        if (i + END_LENGTH + (tail.getShort(i + 20) & 0xFFFF) != length) {
          throw new DamagedException("Something follows the archive");
        }
        return tail.position(i).slice().order(ByteOrder.LITTLE_ENDIAN);
      }
    }
    throw new DamagedException("The archive has no end");
  }

  private static List<Entry> entries(byte[] bytes, int count) throws DamagedException {
    ByteBuffer central = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (at + 46 > bytes.length || central.getInt(at) != CENTRAL) {
        throw new DamagedException("The directory of the archive is damaged");
      }
      int flags = central.getShort(at + 8);
      int method = central.getShort(at + 10);
      int name = central.getShort(at + 28) & 0xFFFF;
      int next =
          at
              + 46
              + name
              + (central.getShort(at + 30) & 0xFFFF)
              + (central.getShort(at + 32) & 0xFFFF);
      if (next > bytes.length || (flags & 1) != 0 || (method != 0 && method != 8)) {
        throw new DamagedException("The archive is encrypted, or packed in an unusual way");
      }
      entries.add(
          new Entry(
              new String(bytes, at + 46, name, StandardCharsets.UTF_8),
              method == 0,
              central.getInt(at + 16) & 0xFFFFFFFFL,
              central.getInt(at + 20) & 0xFFFFFFFFL,
              central.getInt(at + 24) & 0xFFFFFFFFL,
              central.getInt(at + 42) & 0xFFFFFFFFL));
      at = next;
    }
    if (at != bytes.length) {
      throw new DamagedException("The directory of the archive has more than its entries");
    }
    return entries;
  }

  private void checkNames() throws DamagedException {
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries) {
      String name = entry.name();
      boolean leadsOut =
          name.isEmpty()
              || name.startsWith("/")
              || name.indexOf('\\') >= 0
              || name.indexOf(':') >= 0
              || name.chars().anyMatch(Character::isISOControl)
              || List.of(name.split("/", -1)).contains("..");
      if (leadsOut || !seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new DamagedException("The archive has a name that leads out of it, or has it twice");
      }
    }
  }

  private void checkEntries(long directory) throws DamagedException, BombException {
    List<Entry> inOrder = entries.stream().sorted(Comparator.comparingLong(Entry::local)).toList();
    long free = 0;
    long unpacked = 0;
    for (Entry entry : inOrder) {
      unpacked += entry.size();
      if (unpacked > MOST_UNPACKED) {
        throw new BombException();
      }
      // Entries that share bytes are how a small archive claims to hold a large one.
      if (entry.local() < free || (free == 0 && entry.local() != 0)) {
        throw new DamagedException("Something is before the archive, or its entries overlap");
      }
      free = dataStart(entry) + entry.packed();
      if (free > directory) {
        throw new DamagedException("An entry of the archive is longer than there is room for");
      }
      unpack(entry, null);
    }
  }

  private long dataStart(Entry entry) throws DamagedException {
    byte[] head = content.read(Math.min(entry.local(), content.size()), 30);
    ByteBuffer local = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (head.length < 30
        || local.getInt(0) != LOCAL
        || (local.getShort(8) == 0) != entry.stored()) {
      throw new DamagedException("An entry of the archive has no head");
    }
    int length = local.getShort(26) & 0xFFFF;
    String name = new String(content.read(entry.local() + 30, length), StandardCharsets.UTF_8);
    if (!name.equals(entry.name())) {
      throw new DamagedException("An entry of the archive has two names");
    }
    return entry.local() + 30 + length + (local.getShort(28) & 0xFFFF);
  }

  private void unpack(Entry entry, @Nullable ByteArrayOutputStream into) throws DamagedException {
    long from = dataStart(entry);
    CRC32 crc = new CRC32();
    long size = 0;
    Inflater inflater = new Inflater(true);
    try {
      byte[] out = new byte[BLOCK];
      for (long at = from; at < from + entry.packed(); at += BLOCK) {
        byte[] in = content.read(at, (int) Math.min(BLOCK, from + entry.packed() - at));
        inflater.setInput(in);
        int count;
        do {
          count = entry.stored() ? in.length : inflater.inflate(out);
          byte[] bytes = entry.stored() ? in : out;
          size += count;
          if (size > entry.size()) {
            throw new DamagedException("An entry of the archive is larger than it says");
          }
          crc.update(bytes, 0, count);
          if (into != null) {
            into.write(bytes, 0, count);
          }
        } while (!entry.stored() && count > 0);
      }
    } catch (DataFormatException e) {
      throw new DamagedException("An entry of the archive cannot be unpacked");
    } finally {
      inflater.end();
    }
    if (size != entry.size() || crc.getValue() != entry.crc()) {
      throw new DamagedException("An entry of the archive is not what it says");
    }
  }

  /**
   * Returns what is in the archive.
   *
   * @return in the order of the directory
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Unpacks a small entry.
   *
   * @param entry one of the entries
   * @param most how large it may be
   * @return its bytes; empty when it is larger
   * @throws DamagedException when it is not what it says
   */
  public Optional<byte[]> bytes(Entry entry, int most) throws DamagedException {
    if (entry.size() > most) {
      return Optional.empty();
    }
    ByteArrayOutputStream into = new ByteArrayOutputStream();
    unpack(entry, into);
    return Optional.of(into.toByteArray());
  }
}
