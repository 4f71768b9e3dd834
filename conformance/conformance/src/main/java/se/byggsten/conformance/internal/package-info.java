/** Escaping and texts of the reports. */
@NullMarked
package se.byggsten.conformance.internal;

import org.jspecify.annotations.NullMarked;
