/** Swedish identifiers of persons and organisations: parsed once, right ever after. */
@NullMarked
package se.byggsten.core.identifier;

import org.jspecify.annotations.NullMarked;
