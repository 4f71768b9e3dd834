package se.byggsten.saml.internal;

import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Stops a parser at the first fault and writes nothing, so that nobody outside fills the log by
 * sending what is no XML.
 */
final class StrictErrors extends DefaultHandler {
  @Override
  public void error(SAXParseException e) throws SAXException {
    throw e;
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }
}
