/** The validators of our constraints, found by Jakarta Validation as services. */
@NullMarked
package se.byggsten.forms.internal.constraint;

import org.jspecify.annotations.NullMarked;
