/** Rule engine for HTML and CSS, accessibility statement. */
@NullMarked
package se.byggsten.accessibility;

import org.jspecify.annotations.NullMarked;
