/** How metadata are read, with places and by schema; nobody outside this module may touch it. */
@NullMarked
package se.byggsten.saml.lint.internal;

import org.jspecify.annotations.NullMarked;
