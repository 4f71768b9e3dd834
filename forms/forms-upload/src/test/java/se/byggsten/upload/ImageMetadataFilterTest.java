package se.byggsten.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.Filtered;
import se.byggsten.forms.file.Refusal;

class ImageMetadataFilterTest {
  private static final ImageMetadataFilter FILTER = ImageMetadataFilter.lossless();
  private static final byte[] GPS = {57, 0, 0, 0, 1, 0, 0, 0, 42};

  private static byte[] stripped(String type, byte[] picture) {
    Filtered filtered = FILTER.filter("image/" + type, FileContent.of(picture));
    assertThat(filtered).isInstanceOf(Filtered.Kept.class);
    return ((Filtered.Kept) filtered).content().bytes();
  }

  private static Refusal refused(String type, byte[] picture) {
    Filtered filtered = FILTER.filter("image/" + type, FileContent.of(picture));
    assertThat(filtered).isInstanceOf(Filtered.Refused.class);
    return ((Filtered.Refused) filtered).reason();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void assertSecretsGone(byte[] before, byte[] after) {
    assertThat(text(before)).contains("Anna Andersson", "Hemma");
    assertThat(text(after)).doesNotContain(Pictures.SECRETS.toArray(String[]::new));
    assertThat(text(after)).doesNotContain(text(GPS));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_jpeg_keeps_its_pixels_and_loses_where_it_was_taken(boolean progressive) {
    byte[] plain = progressive ? Pictures.progressive() : Pictures.plain("jpeg");
    byte[] before = Pictures.withExif(plain, 1);
    assertThat(text(before)).contains(text(GPS));
    byte[] after = stripped("jpeg", before);
    assertSecretsGone(before, after);
    assertThat(after).isEqualTo(plain);
    assertThat(Pictures.pixels(after)).isEqualTo(Pictures.pixels(before));
    assertThat(stripped("jpeg", after)).isEqualTo(after);
  }

  @Test
  void a_jpeg_that_lies_on_its_side_is_still_turned() {
    byte[] after = stripped("jpeg", Pictures.withExif(Pictures.plain("jpeg"), 6));
    assertThat(text(after)).contains("Exif").doesNotContain("Telefon", "Anna");
    assertThat(after).hasSize(Pictures.plain("jpeg").length + 36);
    assertThat(Arrays.copyOfRange(after, 2, 38))
        .isEqualTo(
            Pictures.segment(
                0xE1,
                Pictures.concat(
                    Pictures.ascii("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0"),
                    new byte[4])));
    assertThat(stripped("jpeg", after)).isEqualTo(after);
    assertThat(Pictures.pixels(after)).isEqualTo(Pictures.pixels(Pictures.plain("jpeg")));
  }

  @Test
  void what_follows_the_end_of_a_picture_goes() {
    for (String type : new String[] {"jpeg", "png", "gif"}) {
      byte[] plain = Pictures.plain(type);
      byte[] more = Pictures.concat(plain, Pictures.ascii("<script>Hemma</script>"));
      assertThat(stripped(type, more)).as(type).isEqualTo(plain);
    }
  }

  @Test
  void a_png_keeps_its_pixels_and_loses_its_texts() {
    byte[] plain = Pictures.plain("png");
    byte[] before = Pictures.withChunks(plain, 1);
    byte[] after = stripped("png", before);
    assertSecretsGone(before, after);
    assertThat(after).isEqualTo(plain);
    byte[] turned = stripped("png", Pictures.withChunks(plain, 8));
    assertThat(text(turned)).contains("eXIf").doesNotContain("Telefon", "Anna");
    assertThat(stripped("png", turned)).isEqualTo(turned);
    assertThat(Pictures.pixels(turned)).isEqualTo(Pictures.pixels(before));
  }

  @Test
  void a_gif_keeps_its_pixels_and_loses_its_comments() {
    byte[] plain = Pictures.plain("gif");
    byte[] before = Pictures.withComment(plain);
    byte[] after = stripped("gif", before);
    assertSecretsGone(before, after);
    assertThat(text(after)).contains("NETSCAPE2.0");
    assertThat(Pictures.pixels(after)).isEqualTo(Pictures.pixels(plain));
  }

  @Test
  void a_webp_keeps_its_picture_and_its_flags_say_what_is_left() {
    byte[] before = Pictures.webp(1);
    byte[] after = stripped("webp", before);
    assertSecretsGone(before, after);
    assertThat(after[20]).as("neither Exif nor XMP").isZero();
    assertThat(text(after)).contains("VP8X", "VP8L").doesNotContain("EXIF", "XMP ", "Odd ");
    int riff = (after[4] & 0xFF) | (after[5] & 0xFF) << 8;
    assertThat(riff).isEqualTo(after.length - 8);
    byte[] turned = stripped("webp", Pictures.webp(3));
    assertThat(turned[20]).as("Exif").isEqualTo((byte) 8);
    assertThat(stripped("webp", turned)).isEqualTo(turned);
    assertThat(text(turned)).doesNotContain("Telefon", "Anna");
  }

  @Test
  void a_picture_that_ends_too_early_is_refused_wherever_it_ends() {
    for (String type : new String[] {"jpeg", "png", "gif"}) {
      byte[] picture = Pictures.plain(type);
      for (int length = 0; length < picture.length; length++) {
        assertThat(refused(type, Arrays.copyOf(picture, length)))
            .as("%s cut at %s", type, length)
            .isEqualTo(Refusal.DAMAGED);
      }
    }
    byte[] webp = Pictures.webp(1);
    assertThat(refused("webp", Arrays.copyOf(webp, webp.length - 1))).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void a_png_with_a_wrong_check_sum_or_an_unknown_part_that_matters_is_refused() {
    byte[] png = Pictures.plain("png");
    byte[] bent = png.clone();
    bent[60] ^= 1;
    assertThat(refused("png", bent)).isEqualTo(Refusal.DAMAGED);
    byte[] odd =
        Pictures.concat(
            Arrays.copyOf(png, 33),
            Pictures.chunk("ODDx", new byte[3]),
            Arrays.copyOfRange(png, 33, png.length));
    assertThat(refused("png", odd)).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void a_picture_that_would_fill_the_memory_is_refused() {
    byte[] png = Pictures.plain("png");
    byte[] header = Arrays.copyOfRange(png, 16, 29);
    header[0] = 0x00;
    header[1] = 0x01;
    header[4] = 0x00;
    header[5] = 0x01;
    byte[] huge =
        Pictures.concat(
            Arrays.copyOf(png, 8),
            Pictures.chunk("IHDR", header),
            Arrays.copyOfRange(png, 33, png.length));
    assertThat(refused("png", huge)).isEqualTo(Refusal.BOMB);
  }

  @Test
  @Timeout(60)
  void a_picture_in_a_great_many_parts_is_refused_in_bounded_time() {
    byte[] jpeg = Pictures.plain("jpeg");
    byte[] pair =
        Pictures.concat(
            Pictures.segment(0xFE, new byte[0]), Pictures.segment(0xDD, new byte[] {0, 0}));
    byte[] many = new byte[pair.length * 200_000];
    for (int i = 0; i < 200_000; i++) {
      System.arraycopy(pair, 0, many, i * pair.length, pair.length);
    }
    byte[] hostile =
        Pictures.concat(Arrays.copyOf(jpeg, 2), many, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    assertThat(refused("jpeg", hostile)).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void pictures_whose_data_cannot_be_taken_out_are_refused_and_other_files_pass() {
    assertThat(refused("heic", new byte[20])).isEqualTo(Refusal.METADATA);
    assertThat(refused("tiff", new byte[20])).isEqualTo(Refusal.METADATA);
    FileContent pdf = FileContent.of(Pictures.ascii("%PDF-1.7"));
    assertThat(FILTER.filter("application/pdf", pdf)).isEqualTo(new Filtered.Kept(pdf));
  }

  @Property(tries = 400)
  void bent_pictures_are_read_or_refused_and_give_no_secret_away(
      @ForAll @IntRange(max = 3) int kind,
      @ForAll @IntRange(max = 5_000) int at,
      @ForAll byte value) {
    byte[] picture =
        switch (kind) {
          case 0 -> Pictures.withExif(Pictures.plain("jpeg"), 6);
          case 1 -> Pictures.withChunks(Pictures.plain("png"), 6);
          case 2 -> Pictures.withComment(Pictures.plain("gif"));
          default -> Pictures.webp(6);
        };
    picture[at % picture.length] = value;
    String type = new String[] {"jpeg", "png", "gif", "webp"}[kind];
    Filtered filtered = FILTER.filter("image/" + type, FileContent.of(picture));
    if (filtered instanceof Filtered.Kept kept) {
      assertThat(kept.content().bytes()).hasSize((int) kept.content().size());
      assertThat(kept.content().size()).isLessThanOrEqualTo(picture.length);
    }
  }
}
