/** Checksums. */
@NullMarked
package se.byggsten.forms.internal.hash;

import org.jspecify.annotations.NullMarked;
