/** How cases, values and the outbox are kept in PostgreSQL; for this module alone. */
@NullMarked
package se.byggsten.postgres.internal;

import org.jspecify.annotations.NullMarked;
