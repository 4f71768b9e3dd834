/** The messages of the test identity provider, made without the engine that judges them. */
@NullMarked
package se.byggsten.testidp.internal;

import org.jspecify.annotations.NullMarked;
