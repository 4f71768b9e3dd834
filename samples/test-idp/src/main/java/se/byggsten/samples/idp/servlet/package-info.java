/** The pages of the test identity provider. */
@NullMarked
package se.byggsten.samples.idp.servlet;

import org.jspecify.annotations.NullMarked;
