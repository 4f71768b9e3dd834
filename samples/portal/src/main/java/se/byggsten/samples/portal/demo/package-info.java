/** The demo: the whole sample portal on one machine by one command, and its check of itself. */
@NullMarked
package se.byggsten.samples.portal.demo;

import org.jspecify.annotations.NullMarked;
