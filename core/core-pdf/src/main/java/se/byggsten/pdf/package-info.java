/** Tagged HTML to PDF/A and PDF/UA. */
@NullMarked
package se.byggsten.pdf;

import org.jspecify.annotations.NullMarked;
