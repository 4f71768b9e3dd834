/** Structured data with positions, and a reader that says what is wrong and where. */
@NullMarked
package se.byggsten.core.data;

import org.jspecify.annotations.NullMarked;
