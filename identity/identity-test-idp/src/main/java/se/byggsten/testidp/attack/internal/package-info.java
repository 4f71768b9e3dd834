/** Makes the message of each attack. */
@NullMarked
package se.byggsten.testidp.attack.internal;

import org.jspecify.annotations.NullMarked;
