package se.byggsten.archive.internal;

/** The XML name spaces of packages. */
final class Names {
  static final String METS = "http://www.loc.gov/METS/";
  static final String XLINK = "http://www.w3.org/1999/xlink";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  static final String CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
  static final String SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS";
  static final String PREMIS = "http://www.loc.gov/premis/v3";

  private Names() {}
}
