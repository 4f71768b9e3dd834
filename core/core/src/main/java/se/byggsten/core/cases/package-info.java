/** The case: what came in, who takes it, what happened to it. */
@NullMarked
package se.byggsten.core.cases;

import org.jspecify.annotations.NullMarked;
