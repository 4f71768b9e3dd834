/** What the tests of all rooms share. */
@NullMarked
package se.byggsten.testsupport;

import org.jspecify.annotations.NullMarked;
