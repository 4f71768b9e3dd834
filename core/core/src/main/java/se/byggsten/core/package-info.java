/** The vocabulary everyone shares: the case and its journal, identifiers, findings and ports. */
@NullMarked
package se.byggsten.core;

import org.jspecify.annotations.NullMarked;
