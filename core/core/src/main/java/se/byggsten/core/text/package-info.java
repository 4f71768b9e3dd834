/** Plain Swedish: readability, words of officialese and their plain replacements. */
@NullMarked
package se.byggsten.core.text;

import org.jspecify.annotations.NullMarked;
