/** Archive packages, their validation and delivery. */
@NullMarked
package se.byggsten.archive;

import org.jspecify.annotations.NullMarked;
