@NullMarked
package se.byggsten.conformance.trace;

import org.jspecify.annotations.NullMarked;
