/** How the diary is kept in PostgreSQL; for this module alone. */
@NullMarked
package se.byggsten.diary.internal;

import org.jspecify.annotations.NullMarked;
