/** Type-checked conditions and calculations in CEL. */
@NullMarked
package se.byggsten.expression;

import org.jspecify.annotations.NullMarked;
