package se.byggsten.pdf.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import se.byggsten.pdf.PdfException;

/** Checks an image before the engine unpacks it: a small file may hold a picture of gigabytes. */
final class DataImage {
  private static final long MAX_PIXELS = 20_000_000;
  private static final Pattern FORM =
      Pattern.compile("data:image/(png|jpeg);base64,([A-Za-z0-9+/=\\s]{1,4000000})");

  private DataImage() {}

  static void check(Element image) {
    if (!image.hasAttribute("alt")) {
      throw invalid("Give the image a text alternative in alt.");
    }
    String source = image.getAttribute("src");
    if (!source.startsWith("data:")) {
      throw new PdfException(
          PdfException.OUTSIDE_RESOURCE, "Put images in data: URLs; nothing is fetched.");
    }
    Matcher matcher = FORM.matcher(source);
    if (!matcher.matches()) {
      throw invalid("Use a PNG or JPEG of at most 3 MB, in base64.");
    }
    long pixels = pixels(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2)));
    if (pixels > MAX_PIXELS) {
      throw new PdfException(
          PdfException.TOO_LARGE, "An image has more than " + MAX_PIXELS + " pixels.");
    }
  }

  private static long pixels(String format, byte[] bytes) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw invalid("This Java cannot read " + format + ".");
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return (long) reader.getWidth(0) * reader.getHeight(0);
    } catch (IOException | RuntimeException e) {
      throw invalid("The image is damaged or not what it says it is.");
    } finally {
      reader.dispose();
    }
  }

  private static PdfException invalid(String message) {
    return new PdfException(PdfException.IMAGE_INVALID, message);
  }
}
