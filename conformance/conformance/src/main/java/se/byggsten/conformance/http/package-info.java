/** A small browser for pages that work without scripts, and what it saw. */
@NullMarked
package se.byggsten.conformance.http;

import org.jspecify.annotations.NullMarked;
