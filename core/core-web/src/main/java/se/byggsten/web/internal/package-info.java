/** How markup is written; nobody's business but this module's. */
@NullMarked
package se.byggsten.web.internal;

import org.jspecify.annotations.NullMarked;
