/** How the rules read a page. */
@NullMarked
package se.byggsten.accessibility.internal;

import org.jspecify.annotations.NullMarked;
