/** The library's own texts. */
@NullMarked
package se.byggsten.forms.internal.text;

import org.jspecify.annotations.NullMarked;
