/** The built-in kinds of fields. */
@NullMarked
package se.byggsten.forms.type;

import org.jspecify.annotations.NullMarked;
