/** Reads answers by type and evaluates conditions over them. */
@NullMarked
package se.byggsten.forms.internal.evaluation;

import org.jspecify.annotations.NullMarked;
