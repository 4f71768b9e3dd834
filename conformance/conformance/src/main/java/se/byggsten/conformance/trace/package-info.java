/** Whole forms held to traces: what is posted, and all that must come of it. */
@NullMarked
package se.byggsten.conformance.trace;

import org.jspecify.annotations.NullMarked;
