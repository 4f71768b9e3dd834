package se.byggsten.forms.post;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.FileSpool;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;

/** What has been read of a post so far. */
final class Posted {
  /** A file stays in memory up to this, and all files of a post up to the next. */
  private static final int FILE_IN_MEMORY = 65_536;

  private static final int ALL_IN_MEMORY = 524_288;

  private final PostLimits limits;
  private final Optional<Path> folder;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<PostedFile> files = new ArrayList<>();
  private int memory = ALL_IN_MEMORY;
  private int count;
  private long text;

  Posted(PostLimits limits, Optional<Path> folder) {
    this.limits = limits;
    this.folder = folder;
  }

  PostLimits limits() {
    return limits;
  }

  void add(String name, String value) {
    check(name);
    if (value.length() > limits.valueLength()) {
      throw valueTooLong();
    }
    List<String> before = values.put(name, List.of(value));
    if (before != null) {
      List<String> all = new ArrayList<>(before);
      all.add(value);
      values.put(name, all);
    }
  }

  PostException valueTooLong() {
    return PostReader.tooLarge("an answer may be at most " + limits.valueLength() + " characters");
  }

  /** Counts bytes that stay in memory. */
  void countText(int bytes) {
    text += bytes;
    if (text > limits.textBytes()) {
      throw PostReader.tooLarge("the answers must be at most " + limits.textBytes() + " bytes");
    }
  }

  /** Called when the head of a file has been read, before its content. */
  void checkFile(String name) {
    check(name);
    if (files.size() >= limits.files()) {
      throw PostReader.tooLarge("at most " + limits.files() + " files");
    }
  }

  FileSpool spool() {
    return FileSpool.into(folder, Math.min(FILE_IN_MEMORY, memory));
  }

  void add(String name, String fileName, FileContent content) {
    files.add(PostedFile.of(name, fileName, content));
    if (content.size() <= FILE_IN_MEMORY) {
      memory = (int) Math.max(0, memory - content.size());
    }
  }

  void addTooLarge(String name, String fileName) {
    files.add(PostedFile.tooLarge(name, fileName));
  }

  private void check(String name) {
    if (++count > limits.fields()) {
      throw PostReader.tooLarge("at most " + limits.fields() + " fields");
    }
    if (name.length() > limits.nameLength()) {
      throw PostReader.tooLarge(
          "the name of a field is at most " + limits.nameLength() + " characters");
    }
  }

  PostedFields fields() {
    return PostedFields.of(values, files);
  }

  void discard() {
    FileContent.closeAll(files.stream().map(PostedFile::content).toList());
  }
}
