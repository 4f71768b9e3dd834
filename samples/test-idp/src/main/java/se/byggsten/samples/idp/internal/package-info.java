/** The messages of the test identity provider, made without the engine that judges them. */
@NullMarked
package se.byggsten.samples.idp.internal;

import org.jspecify.annotations.NullMarked;
