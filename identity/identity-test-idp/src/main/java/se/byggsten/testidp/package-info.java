/** A SAML 2.0 identity provider for tests and demonstrations, never for production. */
@NullMarked
package se.byggsten.testidp;

import org.jspecify.annotations.NullMarked;
