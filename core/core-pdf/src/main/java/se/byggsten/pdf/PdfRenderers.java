package se.byggsten.pdf;

import se.byggsten.core.document.PdfRenderer;
import se.byggsten.pdf.internal.PreservationRenderer;

/** Gives the renderers of this module. */
public final class PdfRenderers {
  private PdfRenderers() {}

  /**
   * Returns a renderer that makes PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one file.
   *
   * <p>The page must be well-formed XHTML without a document type other than {@code <!DOCTYPE
   * html>}, scripts, form controls or anything that must be fetched; images are {@code data:} URLs
   * with PNG or JPEG and an {@code alt}. A page that breaks this is refused with a {@link
   * PdfException}; nothing is ever fetched. Fonts are the module's own, embedded as subsets,
   * whatever the page asks for; a character that no font holds is shown as U+FFFD. The same
   * document gives the same bytes.
   *
   * <p>The renderer can be used from many threads. It keeps its parsed fonts, so make it once.
   *
   * @return the renderer
   */
  public static PdfRenderer preservation() {
    return new PreservationRenderer();
  }
}
