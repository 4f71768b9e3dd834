package se.byggsten.upload;

import java.util.Set;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.Filtered;
import se.byggsten.forms.file.Refusal;
import se.byggsten.forms.spi.AttachmentFilter;
import se.byggsten.upload.internal.DamagedException;
import se.byggsten.upload.internal.GifImage;
import se.byggsten.upload.internal.JpegImage;
import se.byggsten.upload.internal.PngImage;
import se.byggsten.upload.internal.TooLargeImageException;
import se.byggsten.upload.internal.WebpImage;

/**
 * Takes the hidden data out of pictures: where and when they were taken, with what and by whom.
 *
 * <p>Nothing of the picture is changed, so no pixel is lost: only the parts that draw it are kept,
 * with colours, animation and which way is up. JPEG, PNG, GIF and WebP are read; a damaged one is
 * refused. Of other kinds of picture (HEIC, TIFF and more) the data cannot be taken out safely, so
 * those are refused: telephones send JPEG by themselves when a form does not ask for HEIC. Other
 * files pass as they are.
 *
 * <p>Sources: ISO/IEC 10918-1 B, Exif 2.32 4.6, PNG (third edition) 5 and 11, GIF89a, RFC 9649.
 */
public final class ImageMetadataFilter implements AttachmentFilter {
  /** Pictures that hold nothing but pixels. */
  private static final Set<String> BARE = Set.of("image/bmp");

  private ImageMetadataFilter() {}

  /**
   * Returns the filter.
   *
   * @return the filter
   */
  public static ImageMetadataFilter lossless() {
    return new ImageMetadataFilter();
  }

  @Override
  public Filtered filter(String mediaType, FileContent content) {
    try {
      return switch (mediaType) {
        case "image/jpeg" -> new Filtered.Kept(JpegImage.strip(content));
        case "image/png" -> new Filtered.Kept(PngImage.strip(content));
        case "image/gif" -> new Filtered.Kept(GifImage.strip(content));
        case "image/webp" -> new Filtered.Kept(WebpImage.strip(content));
        default ->
            mediaType.startsWith("image/") && !BARE.contains(mediaType)
                ? new Filtered.Refused(Refusal.METADATA)
                : new Filtered.Kept(content);
      };
    } catch (TooLargeImageException e) {
      return new Filtered.Refused(Refusal.BOMB);
    } catch (DamagedException e) {
      return new Filtered.Refused(Refusal.DAMAGED);
    }
  }
}
