/** Turns a form into a sequence for paper: numbers, who is to answer what, and where to go next. */
@NullMarked
package se.byggsten.forms.internal.paper;

import org.jspecify.annotations.NullMarked;
