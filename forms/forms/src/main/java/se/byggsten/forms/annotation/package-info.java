/** Annotations that make a record a form definition. */
@NullMarked
package se.byggsten.forms.annotation;

import org.jspecify.annotations.NullMarked;
