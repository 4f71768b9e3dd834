/** What all parts of the module share; nobody outside it may touch it. */
@NullMarked
package se.byggsten.saml.protocol.internal;

import org.jspecify.annotations.NullMarked;
