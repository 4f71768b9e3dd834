/** A page behind a login, in Spring Boot. */
@NullMarked
package se.byggsten.samples.springboot;

import org.jspecify.annotations.NullMarked;
