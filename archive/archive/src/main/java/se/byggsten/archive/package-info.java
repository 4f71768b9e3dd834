/** Archive packages and their validation. */
@NullMarked
package se.byggsten.archive;

import org.jspecify.annotations.NullMarked;
