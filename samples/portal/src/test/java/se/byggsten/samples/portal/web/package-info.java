/** The portal as citizens, case handlers and attackers meet it. */
@NullMarked
package se.byggsten.samples.portal.web;

import org.jspecify.annotations.NullMarked;
