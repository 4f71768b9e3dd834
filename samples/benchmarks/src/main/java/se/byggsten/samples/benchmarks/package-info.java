/** How fast a post becomes a page, against what one would write by hand. */
@NullMarked
package se.byggsten.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
