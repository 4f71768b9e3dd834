/**
 * Runs a form: a pure state machine from posted fields to answers, violations and the next page.
 */
@NullMarked
package se.byggsten.forms.run;

import org.jspecify.annotations.NullMarked;
