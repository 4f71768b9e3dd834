/** The catalogue of must-requirements and the kit that verifies them. */
@NullMarked
package se.byggsten.conformance;

import org.jspecify.annotations.NullMarked;
