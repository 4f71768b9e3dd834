/** The checks of the must-requirements: each reads what was seen of a service. */
@NullMarked
package se.byggsten.conformance.checks;

import org.jspecify.annotations.NullMarked;
