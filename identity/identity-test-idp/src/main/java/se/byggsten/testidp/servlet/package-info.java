/** The pages of the test identity provider. */
@NullMarked
package se.byggsten.testidp.servlet;

import org.jspecify.annotations.NullMarked;
