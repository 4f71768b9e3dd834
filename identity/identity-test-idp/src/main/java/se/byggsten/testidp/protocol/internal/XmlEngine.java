package se.byggsten.testidp.protocol.internal;

import org.apache.xml.security.Init;

/** The library that encrypts and canonicalises, set up once for the whole virtual machine. */
public final class XmlEngine {
  private static final String LINE_BREAKS = "org.apache.xml.security.ignoreLineBreaks";

  static {
    // The library reads it once. OpenSAML sets it in the same way, so that a service provider in
    // the
    // same machine writes the same whoever comes first.
    System.setProperty(LINE_BREAKS, System.getProperty(LINE_BREAKS, "true"));
    Init.init();
  }

  private XmlEngine() {}

  /** Sets the library up, if nobody has yet. */
  public static void start() {
    // The work is done when this class is loaded.
  }
}
