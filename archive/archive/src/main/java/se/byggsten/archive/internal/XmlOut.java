package se.byggsten.archive.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Streams indented XML in UTF-8; what XML cannot hold becomes U+FFFD. */
final class XmlOut implements AutoCloseable {
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final Writer text;
  private final XMLStreamWriter xml;
  private int depth;
  private boolean inline;

  XmlOut(OutputStream out) throws IOException {
    // Through a writer: surrogate pairs are then the encoder's business, not the XML library's.
    text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  XmlOut open(String name, String... attributes) throws IOException {
    try {
      breakLine();
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], clean(attributes[i + 1]).replaceAll("[\\r\\n\\t]", " "));
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    depth++;
    inline = true;
    return this;
  }

  XmlOut close(int levels) throws IOException {
    for (int i = 0; i < levels; i++) {
      depth--;
      try {
        if (!inline) {
          breakLine();
        }
        xml.writeEndElement();
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
      inline = false;
    }
    return this;
  }

  XmlOut leaf(String name, String value, String... attributes) throws IOException {
    open(name, attributes);
    try {
      xml.writeCharacters(clean(value));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return close(1);
  }

  private void breakLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    inline = false;
  }

  private static String clean(String value) {
    return ILLEGAL.matcher(value).replaceAll("\uFFFD");
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    text.write('\n');
    text.close();
  }
}
