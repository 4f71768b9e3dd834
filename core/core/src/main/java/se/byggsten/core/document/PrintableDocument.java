package se.byggsten.core.document;

import java.time.Instant;
import java.util.Locale;

/**
 * A document as HTML that can be made into a PDF.
 *
 * @param title the title, shown by a reader; not personal data
 * @param language the language of the text
 * @param createdAt when the document was made; the same instant gives the same bytes
 * @param html a whole, well-formed XHTML page with its own styles and no outside resources
 */
public record PrintableDocument(String title, Locale language, Instant createdAt, String html) {}
