package se.byggsten.upload;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures for tests, with hidden data as a telephone writes it. */
final class Pictures {
  /** Words that are in the hidden data and must be nowhere in what is stored. */
  static final List<String> SECRETS =
      List.of("Telefon 12", "Anna Andersson", "GPSLatitude", "Hemma", "xpacket");

  private Pictures() {}

  static BufferedImage image() {
    BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 37, 23, Color.BLUE));
    pen.fillRect(0, 0, 37, 23);
    pen.dispose();
    return image;
  }

  static byte[] plain(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] progressive() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image(), null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static int[] pixels(byte[] picture) {
    try {
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
      return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Exif with maker, owner, orientation and a GPS directory that says where Eksta lies. */
  static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 4);
    entry(tiff, 0x010F, 2, 11, 100);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x013B, 2, 15, 120);
    entry(tiff, 0x8825, 4, 1, 200);
    tiff.putInt(0);
    tiff.position(100).put("Telefon 12\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(120).put("Anna Andersson\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(200).putShort((short) 2);
    entry(tiff, 1, 2, 2, 'N');
    entry(tiff, 2, 5, 3, 300);
    tiff.position(300).putInt(57).putInt(1).putInt(42).putInt(1).putInt(0).putInt(1);
    tiff.position(340).put("GPSLatitude".getBytes(StandardCharsets.US_ASCII));
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] block = concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(orientation));
    byte[] xmp = ascii("http://ns.adobe.com/xap/1.0/\0<?xpacket begin?>Anna Andersson");
    byte[] iptc = ascii("Photoshop 3.0\0 8BIM Anna Andersson");
    return concat(
        Arrays.copyOf(jpeg, 2),
        segment(0xE1, block),
        segment(0xE1, xmp),
        segment(0xED, iptc),
        segment(0xFE, ascii("Hemma hos Anna Andersson")),
        Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  static byte[] segment(int marker, byte[] body) {
    return concat(
        new byte[] {
          (byte) 0xFF, (byte) marker, (byte) ((body.length + 2) >> 8), (byte) (body.length + 2)
        },
        body);
  }

  static byte[] withChunks(byte[] png, int orientation) {
    int afterHeader = 8 + 25;
    return concat(
        Arrays.copyOf(png, afterHeader),
        chunk("eXIf", exif(orientation)),
        chunk("tEXt", ascii("Author\0Anna Andersson")),
        chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0<?xpacket begin?>")),
        chunk("zTXt", ascii("Comment\0\0Hemma")),
        chunk("tIME", new byte[] {7, (byte) 0xEA, 11, 22, 12, 0, 0}),
        chunk("meTa", ascii("Hemma")),
        Arrays.copyOfRange(png, afterHeader, png.length));
  }

  static byte[] chunk(String type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(ascii(type));
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(ascii(type))
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  static byte[] withComment(byte[] gif) {
    int afterColours = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
    byte[] text = ascii("Hemma hos Anna Andersson");
    byte[] xmp = ascii("<?xpacket begin?>");
    return concat(
        Arrays.copyOf(gif, afterColours),
        new byte[] {0x21, (byte) 0xFE, (byte) text.length},
        text,
        new byte[] {0, 0x21, (byte) 0xFF, 11},
        ascii("XMP DataXMP"),
        new byte[] {(byte) xmp.length},
        xmp,
        new byte[] {0, 0x21, (byte) 0xFF, 11},
        ascii("NETSCAPE2.0"),
        new byte[] {3, 1, 0, 0, 0},
        Arrays.copyOfRange(gif, afterColours, gif.length));
  }

  /** A WebP of one white pixel, as libwebp writes it without loss. */
  static byte[] webp(int orientation) {
    byte[] lossless = {
      0x2F,
      0,
      0,
      0,
      0,
      0x07,
      (byte) 0xD0,
      (byte) 0xFF,
      (byte) 0xFE,
      (byte) 0xF7,
      (byte) 0xBF,
      (byte) 0xFF,
      (byte) 0x81,
      (byte) 0x88,
      (byte) 0xE8,
      0x7F,
      0,
      0
    };
    byte[] canvas = {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] chunks =
        concat(
            riff("VP8X", canvas),
            riff("VP8L", lossless),
            riff("EXIF", exif(orientation)),
            riff("XMP ", ascii("<?xpacket begin?> Anna Andersson")),
            riff("Odd ", ascii("Hemma")));
    return riff("RIFF", concat(ascii("WEBP"), chunks));
  }

  static byte[] riff(String type, byte[] data) {
    ByteBuffer chunk =
        ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(ascii(type)).putInt(data.length).put(data).array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
