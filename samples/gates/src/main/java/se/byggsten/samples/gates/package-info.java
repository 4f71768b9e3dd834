/** The rules of the house, held by tests; this module has no code of its own. */
@NullMarked
package se.byggsten.samples.gates;

import org.jspecify.annotations.NullMarked;
