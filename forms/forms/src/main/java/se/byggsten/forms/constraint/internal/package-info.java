/** What constraints and kinds of fields share. */
@NullMarked
package se.byggsten.forms.constraint.internal;

import org.jspecify.annotations.NullMarked;
