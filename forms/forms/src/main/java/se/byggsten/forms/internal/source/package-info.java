/** How definitions are read. */
@NullMarked
package se.byggsten.forms.internal.source;

import org.jspecify.annotations.NullMarked;
