/** The diary on PostgreSQL: gap-free series, public view. */
@NullMarked
package se.byggsten.diary;

import org.jspecify.annotations.NullMarked;
