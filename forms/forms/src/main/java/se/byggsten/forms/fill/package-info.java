/** Forms filled in from plain JSON, and the answers as plain JSON. */
@NullMarked
package se.byggsten.forms.fill;

import org.jspecify.annotations.NullMarked;
