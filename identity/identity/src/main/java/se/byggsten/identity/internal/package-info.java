/** What nobody outside this module may touch. */
@NullMarked
package se.byggsten.identity.internal;

import org.jspecify.annotations.NullMarked;
