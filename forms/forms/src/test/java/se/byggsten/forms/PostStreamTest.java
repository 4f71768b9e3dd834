package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.forms.file.FileException;
import se.byggsten.forms.post.PostException;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.post.PostReader;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;

/** Posts with files, read while they arrive. */
class PostStreamTest {
  private static final String MULTI = "multipart/form-data; boundary=xYz";
  private static final PostLimits LARGE =
      new PostLimits(300_000_000L, 50_000_000L, 1_000_000, 500, 50, 100, 20_000);

  @TempDir Path folder;

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String head(String name, String file) {
    return "--xYz\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"; filename=\""
        + file
        + "\"\r\n\r\n";
  }

  private static InputStream files(int count, long size) {
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(text(head("filer", "f" + i + ".pdf")));
      parts.add(new Zeros(size));
      parts.add(text("\r\n"));
    }
    parts.add(text("--xYz--\r\n"));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private PostedFields read(PostLimits limits, InputStream body) {
    return PostReader.within(limits).spoolingTo(folder).read(MULTI, body);
  }

  private long temporaryFiles() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.count();
    }
  }

  /** The tests run in 768 MB; four posts of five files of 45 MB would not fit. */
  @Test
  @Timeout(60)
  void large_files_do_not_stay_in_memory() throws IOException {
    List<PostedFields> open = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      open.add(read(LARGE, files(5, 45_000_000)));
    }
    assertThat(temporaryFiles()).isZero();
    assertThat(open).allSatisfy(posted -> assertThat(posted.files()).hasSize(5));
    assertThat(open.get(3).files().get(4).content().size()).isEqualTo(45_000_000);
    assertThat(Runtime.getRuntime().maxMemory())
        .as("what the test proves")
        .isLessThan(900_000_000L);
    open.forEach(PostedFields::close);
    assertThat(
            catchThrowableOfType(
                FileException.class, () -> open.get(0).files().get(0).content().bytes()))
        .isNotNull();
  }

  @Test
  void a_page_takes_what_its_questions_allow_and_little_more() {
    String yaml =
        """
        form: 1
        id: prov
        version: 1
        languages: [sv]
        pages:
          - id: ett
            fields:
              - {id: a, type: long-text, constraints: [{size: {max: 50000}}]}
              - {id: filer, type: files, constraints: [{attachments: {max: 60}}]}
        """;
    FormDefinition form =
        FormYaml.read("p.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
    PostLimits limits = PostLimits.of(form.page("ett").orElseThrow());
    assertThat(read(limits, files(60, 10)).files()).hasSize(60);
    PostReader reader = PostReader.within(limits);
    String words = "application/x-www-form-urlencoded";
    assertThat(reader.read(words, text("a=" + "%C3%A5".repeat(50_001))).values().get("a"))
        .as("one too many is told at the question")
        .allSatisfy(value -> assertThat(value).hasSize(50_001));
    assertThatThrownBy(() -> reader.read(words, text("a=" + "x".repeat(100_001))))
        .isInstanceOf(PostException.class);
  }

  @Test
  void a_file_that_is_too_large_is_not_kept_but_the_answers_are() {
    PostLimits small = new PostLimits(10_000_000L, 100_000L, 1_000_000, 500, 50, 100, 20_000);
    InputStream body =
        new SequenceInputStream(
            text(
                "--xYz\r\nContent-Disposition: form-data; name=\"namn\"\r\n\r\nÅsa\r\n"
                    + head("filer", "stor.pdf")),
            new SequenceInputStream(new Zeros(5_000_000), text("\r\n--xYz--")));
    try (PostedFields posted = read(small, body)) {
      assertThat(posted.values().get("namn")).containsExactly("Åsa");
      assertThat(posted.files().get(0).isTooLarge()).isTrue();
      assertThat(posted.files().get(0).content().size()).isZero();
    }
  }

  @Test
  void reading_stops_at_the_limit_of_the_post_and_nothing_is_left() throws IOException {
    PostLimits small = new PostLimits(1_000_000L, 900_000L, 1_000_000, 500, 50, 100, 20_000);
    PostException e =
        catchThrowableOfType(PostException.class, () -> read(small, files(3, 800_000)));
    assertThat(e.status()).isEqualTo(413);
    assertThat(e.isBodyRead()).as("the connection can be used again").isTrue();
    Zeros endless = new Zeros(Long.MAX_VALUE);
    PostException cut =
        catchThrowableOfType(
            PostException.class,
            () -> read(small, new SequenceInputStream(text(head("filer", "a.pdf")), endless)));
    assertThat(cut.status()).isEqualTo(413);
    assertThat(cut.isBodyRead()).as("the connection is to be closed").isFalse();
    assertThat(Long.MAX_VALUE - endless.left).isLessThan(6_000_000);
    assertThat(cut.getMessage())
        .isEqualTo("FORM-POST-TOO-LARGE: Send less: the post must be at most 1000000 bytes");
    assertThat(temporaryFiles()).isZero();
  }

  @Test
  @Timeout(60)
  void a_hundred_thousand_parts_are_refused() {
    String part = "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    assertRefused(413, text(part.repeat(100_000) + "--xYz--"));
    assertRefused(413, text((head("a", "b") + "x\r\n").repeat(51) + "--xYz--"));
    assertRefused(413, text(part.replace("b\r\n", "b".repeat(60_001) + "\r\n") + "--xYz--"));
    String text = "v".repeat(20_000);
    assertRefused(413, text(part.replace("b\r\n", text + "\r\n").repeat(60) + "--xYz--"));
  }

  @Test
  void parts_within_parts_are_only_bytes() {
    String inner =
        "Content-Type: multipart/mixed; boundary=inre\r\n\r\n--inre\r\n"
            + "Content-Disposition: file; filename=\"x\"\r\n\r\ny\r\n--inre--";
    try (PostedFields posted = read(LARGE, text(head("filer", "a") + inner + "\r\n--xYz--"))) {
      assertThat(new String(posted.files().get(0).content().bytes(), StandardCharsets.UTF_8))
          .isEqualTo(inner);
    }
  }

  @Test
  void odd_heads_and_boundaries_are_refused() {
    assertRefused(400, text("--xYz\r\n" + "X: y\r\n".repeat(2_000) + "\r\n\r\n--xYz--"));
    assertRefused(400, text("--xYz" + " ".repeat(200) + "\r\n\r\n"));
    assertRefused(400, text("--xYz\r\n\r\nx\r\n--xYz--"));
    assertRefused(400, text("--xYzz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"));
    assertRefused(400, new Zeros(1_000_000));
    assertRefused(
        400,
        new ByteArrayInputStream(
            "--xYz\r\nContent-Disposition: form-data; name=\"\u00e5\"\r\n\r\nb\r\n--xYz--"
                .getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_part_without_content_may_end_at_its_head() {
    String head = "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n";
    try (PostedFields posted = read(LARGE, text(head + "\r\n--xYz--"))) {
      assertThat(posted.values().get("a")).containsExactly("");
    }
  }

  private void assertRefused(int status, InputStream body) {
    assertThat(catchThrowableOfType(PostException.class, () -> read(LARGE, body)).status())
        .isEqualTo(status);
  }

  /** Whatever the size of the pieces in which the body arrives. */
  @Property(tries = 300)
  void any_bytes_arrive_as_they_were_sent(
      @ForAll byte[] bytes,
      @ForAll @IntRange(min = 1, max = 70) int piece,
      @ForAll @IntRange(max = 40_000) int padding)
      throws IOException {
    byte[] file = new byte[padding + bytes.length];
    System.arraycopy(bytes, 0, file, padding, bytes.length);
    InputStream body =
        new SequenceInputStream(
            text(head("filer", "a")),
            new SequenceInputStream(new ByteArrayInputStream(file), text("\r\n--xYz--\r\n")));
    if (new String(file, StandardCharsets.ISO_8859_1).contains("--xYz")) {
      return;
    }
    try (PostedFields posted = PostReader.within(LARGE).read(MULTI, new InPieces(body, piece))) {
      assertThat(posted.files().get(0).content().bytes()).isEqualTo(file);
    }
  }

  /** Gives a few bytes at a time. */
  private static final class InPieces extends InputStream {
    private final InputStream in;
    private final int most;

    InPieces(InputStream in, int most) {
      this.in = in;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return in.read(into, from, Math.min(length, most));
    }
  }

  /** Gives as many zeros as one likes. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(into, from, from + count, (byte) 0);
      left -= count;
      return count;
    }
  }
}
