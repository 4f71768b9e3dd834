/** Shows a form: pages, review, the case handler's view, the printable document. */
@NullMarked
package se.byggsten.forms.render;

import org.jspecify.annotations.NullMarked;
