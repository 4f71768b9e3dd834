/** Persons, assurance levels, sessions and CSRF protection. */
@NullMarked
package se.byggsten.identity;

import org.jspecify.annotations.NullMarked;
