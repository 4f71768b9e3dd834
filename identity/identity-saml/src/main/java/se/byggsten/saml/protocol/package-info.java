/** What the parties of a login say to each other, and what can go wrong. */
@NullMarked
package se.byggsten.saml.protocol;

import org.jspecify.annotations.NullMarked;
