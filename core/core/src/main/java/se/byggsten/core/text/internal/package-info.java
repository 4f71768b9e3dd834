/** The word lists and rules behind plain language. */
@NullMarked
package se.byggsten.core.text.internal;

import org.jspecify.annotations.NullMarked;
