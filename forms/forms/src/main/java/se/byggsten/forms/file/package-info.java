/** The content of files that people send: read without holding it all in memory, and judged. */
@NullMarked
package se.byggsten.forms.file;

import org.jspecify.annotations.NullMarked;
