/** What is done after the commit, at least once and with one effect. */
@NullMarked
package se.byggsten.core.outbox;

import org.jspecify.annotations.NullMarked;
