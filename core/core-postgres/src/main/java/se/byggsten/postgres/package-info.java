/** Case store, journal and outbox on PostgreSQL. */
@NullMarked
package se.byggsten.postgres;

import org.jspecify.annotations.NullMarked;
