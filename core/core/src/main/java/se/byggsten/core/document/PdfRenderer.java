package se.byggsten.core.document;

/** Makes a tagged PDF for preservation out of a printable document. */
public interface PdfRenderer {
  /**
   * Renders the document as PDF/A-2a and PDF/UA-1.
   *
   * @param document the document
   * @return the PDF; the same document gives the same bytes
   */
  byte[] render(PrintableDocument document);
}
