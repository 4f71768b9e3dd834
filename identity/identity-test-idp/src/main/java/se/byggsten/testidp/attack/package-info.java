/** The known attacks on services that take SAML answers, as data and as messages. */
@NullMarked
package se.byggsten.testidp.attack;

import org.jspecify.annotations.NullMarked;
