@NullMarked
package se.byggsten.samples.portal.ops;

import org.jspecify.annotations.NullMarked;
