/** Requirements, findings and verdicts: the one language of every check in Byggsten. */
@NullMarked
package se.byggsten.core.finding;

import org.jspecify.annotations.NullMarked;
