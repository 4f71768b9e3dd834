/** Adapters of SAML login to {@code jakarta.servlet} 6. */
@NullMarked
package se.byggsten.saml.servlet;

import org.jspecify.annotations.NullMarked;
