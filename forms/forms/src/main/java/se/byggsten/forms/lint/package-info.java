/** Static analysis of form definitions. */
@NullMarked
package se.byggsten.forms.lint;

import org.jspecify.annotations.NullMarked;
