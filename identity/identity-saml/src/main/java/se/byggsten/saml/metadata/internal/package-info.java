/** What the federation has given out, as data. */
@NullMarked
package se.byggsten.saml.metadata.internal;

import org.jspecify.annotations.NullMarked;
