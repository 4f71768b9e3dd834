/** Lint of SAML metadata against the requirements of Sweden Connect, and those requirements. */
@NullMarked
package se.byggsten.saml.lint;

import org.jspecify.annotations.NullMarked;
