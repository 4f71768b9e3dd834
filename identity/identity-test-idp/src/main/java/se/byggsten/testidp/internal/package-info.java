/** The pages of the test identity provider and how they are reached. */
@NullMarked
package se.byggsten.testidp.internal;

import org.jspecify.annotations.NullMarked;
