/** How the built-in kinds of fields are read, shown and drawn. */
@NullMarked
package se.byggsten.forms.type.internal;

import org.jspecify.annotations.NullMarked;
