/** What the test identity provider says of messages that it cannot answer. */
@NullMarked
package se.byggsten.testidp.protocol;

import org.jspecify.annotations.NullMarked;
