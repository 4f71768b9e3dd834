package se.byggsten.saml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.parsers.DocumentBuilder;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.w3c.dom.Document;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Parses what was encrypted within the same limits as what lies around it. */
final class DecryptedXml implements ParserPool {
  @Override
  public Document parse(InputStream in) throws XMLParserException {
    try {
      return SafeXml.parse(in.readNBytes(XmlLimits.RESPONSE.bytes() + 1), XmlLimits.RESPONSE);
    } catch (IOException e) {
      throw new XMLParserException("What was encrypted cannot be read", e);
    }
  }

  @Override
  public Document parse(Reader in) throws XMLParserException {
    throw new XMLParserException("What was encrypted is bytes");
  }

  @Override
  public Document newDocument() throws XMLParserException {
    return OpenSaml.parsers().newDocument();
  }

  @Override
  public DocumentBuilder getBuilder() throws XMLParserException {
    return OpenSaml.parsers().getBuilder();
  }

  @Override
  public void returnBuilder(DocumentBuilder builder) {
    OpenSaml.parsers().returnBuilder(builder);
  }
}
