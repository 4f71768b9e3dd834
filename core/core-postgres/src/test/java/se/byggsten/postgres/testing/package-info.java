/** A real PostgreSQL for tests. */
package se.byggsten.postgres.testing;
