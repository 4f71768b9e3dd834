/** What identity providers and services tell about themselves. */
@NullMarked
package se.byggsten.saml.metadata;

import org.jspecify.annotations.NullMarked;
