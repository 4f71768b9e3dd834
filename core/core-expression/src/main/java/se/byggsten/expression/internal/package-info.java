/** The expression engine (CEL), hidden from the outside. */
@NullMarked
package se.byggsten.expression.internal;

import org.jspecify.annotations.NullMarked;
