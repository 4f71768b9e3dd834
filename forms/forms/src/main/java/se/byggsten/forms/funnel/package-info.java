/** How far runs of a form come, page by page, counted without knowing whose they are. */
@NullMarked
package se.byggsten.forms.funnel;

import org.jspecify.annotations.NullMarked;
