/** A SAML 2.0 identity provider for tests and demonstrations, never for production. */
@NullMarked
package se.byggsten.samples.idp;

import org.jspecify.annotations.NullMarked;
