/** Swedish identifiers of persons, organisations, payments and places: parsed once, right after. */
@NullMarked
package se.byggsten.core.identifier;

import org.jspecify.annotations.NullMarked;
