package se.byggsten.forms.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7 + i / 251);
    }
    return bytes;
  }

  private static FileContent spooled(Path folder, byte[] bytes, int inMemory) {
    try (FileSpool spool = FileSpool.into(Optional.of(folder), inMemory)) {
      for (int at = 0; at < bytes.length; at += 1_000) {
        spool.write(bytes, at, Math.min(1_000, bytes.length - at));
      }
      return spool.finish();
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.count();
    }
  }

  @Test
  void a_large_file_lies_on_disk_without_a_name_and_is_gone_when_closed(@TempDir Path folder)
      throws IOException {
    byte[] bytes = bytes(200_000);
    FileContent content = spooled(folder, bytes, 65_536);
    assertThat(files(folder)).as("deleted at the moment it was opened").isZero();
    assertThat(content.bytes()).isEqualTo(bytes);
    assertThat(content.open().readAllBytes()).isEqualTo(bytes);
    assertThat(content.sha256()).isEqualTo(FileContent.of(bytes).sha256());
    FileContent part = content.part(100, 150_000);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 100, 150_000));
    content.close();
    assertThat(catchThrowableOfType(FileException.class, content::bytes).code())
        .isEqualTo(FileException.LOST);
    assertThatThrownBy(part::bytes).isInstanceOf(FileException.class);
  }

  @Test
  void a_spool_that_is_not_finished_leaves_nothing(@TempDir Path folder) throws IOException {
    try (FileSpool spool = FileSpool.into(Optional.of(folder), 10)) {
      spool.write(bytes(1_000), 0, 1_000);
      assertThat(spool.size()).isEqualTo(1_000);
    }
    assertThat(files(folder)).isZero();
  }

  @Test
  void a_temporary_folder_that_takes_nothing_is_told_with_a_code(@TempDir Path folder) {
    try (FileSpool spool = FileSpool.into(Optional.of(folder.resolve("gone")), 10)) {
      assertThat(
              catchThrowableOfType(FileException.class, () -> spool.write(bytes(100), 0, 100))
                  .code())
          .isEqualTo(FileException.SPOOL);
    }
  }

  @Test
  void content_tells_nothing_of_itself() {
    assertThat(FileContent.of("Anna".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasToString("FileContent[4 bytes]");
  }

  @Property(tries = 200)
  void parts_put_together_are_the_whole(
      @ForAll @IntRange(min = 1, max = 5_000) int size,
      @ForAll List<@IntRange(max = 5_000) Integer> cuts,
      @ForAll @IntRange(max = 5_000) int from,
      @ForAll @IntRange(max = 5_000) int length)
      throws IOException {
    byte[] bytes = bytes(size);
    FileContent whole = FileContent.of(bytes);
    List<Integer> edges =
        Stream.concat(Stream.of(0, size), cuts.stream().map(cut -> cut % size)).sorted().toList();
    List<FileContent> parts = new java.util.ArrayList<>();
    for (int i = 1; i < edges.size(); i++) {
      parts.add(whole.part(edges.get(i - 1), edges.get(i)));
    }
    FileContent joined = FileContent.join(parts);
    assertThat(joined.bytes()).isEqualTo(bytes);
    assertThat(joined.open().readAllBytes()).isEqualTo(bytes);
    int start = from % size;
    assertThat(joined.read(start, length))
        .isEqualTo(Arrays.copyOfRange(bytes, start, Math.min(size, start + length)));
  }
}
