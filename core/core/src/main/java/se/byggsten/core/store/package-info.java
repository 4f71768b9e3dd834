/** Small values that go away by themselves. */
@NullMarked
package se.byggsten.core.store;

import org.jspecify.annotations.NullMarked;
