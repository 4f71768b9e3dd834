/** SAML 2.0 service provider for Swedish e-identification. */
@NullMarked
package se.byggsten.saml;

import org.jspecify.annotations.NullMarked;
