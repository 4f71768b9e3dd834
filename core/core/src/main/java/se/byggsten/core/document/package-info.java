/** Documents for people, and the port that makes them into PDF. */
@NullMarked
package se.byggsten.core.document;

import org.jspecify.annotations.NullMarked;
