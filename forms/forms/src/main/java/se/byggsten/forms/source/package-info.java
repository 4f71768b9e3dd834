/** Reads form definitions: from YAML and from annotated records. */
@NullMarked
package se.byggsten.forms.source;

import org.jspecify.annotations.NullMarked;
