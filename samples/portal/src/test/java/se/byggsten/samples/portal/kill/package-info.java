@NullMarked
package se.byggsten.samples.portal.kill;

import org.jspecify.annotations.NullMarked;
