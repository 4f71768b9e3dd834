/** How the PDF is made; for this module only. */
@NullMarked
package se.byggsten.pdf.internal;

import org.jspecify.annotations.NullMarked;
