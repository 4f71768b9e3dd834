/** The engine on OpenSAML; nobody outside this module may touch it. */
@NullMarked
package se.byggsten.saml.internal;

import org.jspecify.annotations.NullMarked;
